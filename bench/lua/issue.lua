-- Issues links by batches and writes their paths into a file, then ends the program. One thread.
-- Arguments: file, how many, the body of the batch.

local file, left, whole

function init(args)
  file, left = io.open(args[1], "w"), tonumber(args[2])
  whole = wrk.format("POST", "/rpc/6.0/", nil, args[3])
end

function request()
  return whole
end

function response(status, headers, answer)
  for path in answer:gmatch('"result":"http://[^/]+([^"]+)"') do
    if left > 0 then
      file:write(path, "\n")
      left = left - 1
    end
  end
  if left == 0 then
    file:close()
    os.exit(0)
  end
end
