-- The whole sign-on, again and again: log in, issue a link, follow it. One connection a thread, so that requests and
-- answers alternate. A cycle counts once its link has let somebody in.
-- Arguments: the body of the login call, the body of the issuing call with @session@ in it.

local threads = {}
local login, issue
local step, session, link = "login", nil, nil

right, wrong, first_wrong = 0, 0, ""

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  login, issue = args[1], args[2]
end

function request()
  if step == "login" then
    return wrk.format("POST", "/rpc/6.0/", nil, login)
  elseif step == "issue" then
    return wrk.format("POST", "/rpc/6.0/", nil, (issue:gsub("@session@", session)))
  end
  return wrk.format("GET", link)
end

local function failed(status, answer)
  wrong = wrong + 1
  first_wrong = status .. " " .. answer
  step = "login"
end

function response(status, headers, answer)
  if step == "login" then
    session = answer:match('"result":"(%x+)"')
    step = "issue"
    if not session then failed(status, answer) end
  elseif step == "issue" then
    link = answer:match('"result":"http://[^/]+([^"]+)"')
    step = "redeem"
    if not link then failed(status, answer) end
  elseif status == 303 then
    right = right + 1
    step = "login"
  else
    failed(status, answer)
  end
end

function done(summary, latency)
  dofile(os.getenv("BENCH_LUA") .. "/report.lua")
  report_of(threads, summary, latency)
end
