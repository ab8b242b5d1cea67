-- Sends the same call over and over and checks every answer.
-- Arguments: method, path, expected status, a Lua pattern that the body must match, body, headers ("name: value").
-- With BENCH_PAUSE, each connection waits about so many milliseconds before each call.

local threads = {}
local wanted_status, wanted_body, whole

right, wrong, first_wrong = 0, 0, ""

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  wanted_status, wanted_body = tonumber(args[3]), args[4]
  for i = 6, #args do
    local name, value = args[i]:match("^([^:]+): (.*)$")
    wrk.headers[name] = value
  end
  whole = wrk.format(args[1], args[2], nil, args[5] ~= "" and args[5] or nil)
end

function request()
  return whole
end

function response(status, headers, answer)
  if status == wanted_status and answer:find(wanted_body) then
    right = right + 1
  else
    wrong = wrong + 1
    first_wrong = status .. " " .. answer
  end
end

function done(summary, latency)
  dofile(os.getenv("BENCH_LUA") .. "/report.lua")
  report_of(threads, summary, latency)
end

local pause = tonumber(os.getenv("BENCH_PAUSE"))
if pause then
  function delay()
    return math.random(pause / 2, pause * 3 / 2)
  end
end
