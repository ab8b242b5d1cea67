-- Follows each login link of a file once, and ends the program when all are answered. One thread.
-- Arguments: file with one path a line, expected status, and a path that answers 200 and counts for nothing.

local ffi = require("ffi")
ffi.cdef "typedef struct { long seconds, nanos; } moment; int clock_gettime(int clock, moment *now);"
local MONOTONIC = 1

local links, wanted_status = {}, nil
local path_of_nothing, nothing = "/health/live", nil
local next_link, right, wrong, first_wrong, start = 0, 0, 0, "", nil

local function now()
  local moment = ffi.new("moment")
  ffi.C.clock_gettime(MONOTONIC, moment)
  return tonumber(moment.seconds) + tonumber(moment.nanos) / 1e9
end

function init(args)
  for line in io.lines(args[1]) do
    table.insert(links, line)
  end
  wanted_status, path_of_nothing = tonumber(args[2]), args[3] or path_of_nothing
end

-- wrk asks for one request that it does not send, to see how many a call makes.
local asked = false

function request()
  nothing = nothing or wrk.format("GET", path_of_nothing)
  if not asked then
    asked = true
    return nothing
  end
  start = start or now()
  next_link = next_link + 1
  -- Behind the last link come calls that count for nothing, until the last answer is there.
  return links[next_link] and wrk.format("GET", links[next_link]) or nothing
end

function response(status, headers, answer)
  if status == 200 then
    return
  end
  if status == wanted_status then
    right = right + 1
  else
    wrong = wrong + 1
    first_wrong = status .. " " .. answer
  end
  if right + wrong == #links then
    dofile(os.getenv("BENCH_LUA") .. "/report.lua")
    report {right = right, wrong = wrong, first_wrong = first_wrong, seconds = now() - start}
    io.stdout:flush()
    os.exit(0)
  end
end
