-- Shared by every load: what to send comes from the environment, and the figures come out as one line.
-- BENCH_PATHS: a file with an address a line (and, for forms, a comment to answer after a tab). Without it the one address
-- of the command line is asked, and wrk sends bytes that it made once.
local paths, answered = {}, {}
local counter, threads = 0, {}
bad = 0

function setup(thread)
  thread:set("number", #threads + 1)
  table.insert(threads, thread)
end

local file = os.getenv("BENCH_PATHS") or ""
local forms = os.getenv("BENCH_FORMS") == "1"
local salt = os.getenv("BENCH_SALT") or "0"
local pause = os.getenv("BENCH_PAUSE")
local expected = tonumber(os.getenv("BENCH_STATUS") or "200")
local words = { "helder", "moeilijk", "herkenbaar", "fijn", "grappig", "leerzaam", "lastig", "handig" }

local function form(place)
  local n = number .. "-" .. counter .. "-" .. salt
  local text = "Wat+een+" .. words[counter % #words + 1] .. "+verhaal%2C+bij+ons+op+de+club+gaat+het+al+jaren+zo.+Nummer+" .. n .. "."
  local body = "Name=Lezer+" .. n .. "&Email=lezer" .. n .. "%40voorbeeld.test&Website=&Onderwerp=&Body=" .. text .. string.rep("+En+daar+is+best+iets+aan+te+doen.", counter % 9)
  if counter % 2 == 0 then
    body = body .. "&ParentId=" .. answered[place]
  end
  return wrk.format("POST", paths[place] .. "/reacties", wrk.headers, body)
end

if file ~= "" then
  function init(args)
    if forms then
      wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    end
    for line in io.lines(file) do
      local path, comment = line:match("^([^\t]+)\t?(%d*)$")
      table.insert(paths, path)
      table.insert(answered, comment)
    end
    counter = number * 7919
  end

  function request()
    counter = counter + 1
    local place = (counter * 104729) % #paths + 1
    if forms then return form(place) end
    return wrk.format("GET", paths[place])
  end
end

if pause then
  local milliseconds = tonumber(pause)
  function delay() return milliseconds end
end

if os.getenv("BENCH_COUNT") == "1" then
  function response(status)
    if status ~= expected then bad = bad + 1 end
  end
end

function done(summary, latency, requests)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + (thread:get("bad") or 0) end
  local e = summary.errors
  io.write(string.format("BENCH %d %d %d %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency.max, e.connect + e.read + e.write + e.timeout, e.status, wrong))
end
