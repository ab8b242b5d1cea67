-- What a round came to, as a line of JSON behind what wrk itself prints.

local function text(anything)
  return '"' .. anything:gsub('[%c"\\]', " "):sub(1, 300) .. '"'
end

function report(round)
  print(string.format(
    'ROUND {"right": %d, "wrong": %d, "first_wrong": %s, "seconds": %.6f, "errors": %d, "p50_us": %d, "p99_us": %d}',
    round.right, round.wrong, text(round.first_wrong), round.seconds,
    round.errors or 0, round.p50_us or 0, round.p99_us or 0))
end

-- The same from what the threads counted and wrk measured.
function report_of(threads, summary, latency)
  local round = {right = 0, wrong = 0, first_wrong = ""}
  for _, thread in ipairs(threads) do
    round.right = round.right + thread:get("right")
    round.wrong = round.wrong + thread:get("wrong")
    round.first_wrong = round.first_wrong .. thread:get("first_wrong")
  end
  local errors = summary.errors
  round.errors = errors.connect + errors.read + errors.write + errors.timeout
  round.seconds = summary.duration / 1e6
  round.p50_us, round.p99_us = latency:percentile(50), latency:percentile(99)
  report(round)
end
