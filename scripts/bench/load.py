"""Load: `wrk` and what it sends, and requests at a steady pace."""

import json
import re
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from settings import SECONDS, say

NEW = {
    "company": {
        "name": "NAME",
        "address_line1": "1 Main Street",
        "city": "Portland",
        "country": "US",
        "time_zone": "America/New_York",
        "reply_to": "office@acme.example",
        "website": "https://www.acme.example",
    },
    "administrator": {"first_name": "Ada", "last_name": "Ode", "email": "NAME@acme.example"},
}
# Made for each request: a name nobody has, and a key of its own.
CREATE_LUA = """
local count = 0
local thread_number = 0
function setup(thread) thread:set("number", thread_number); thread_number = thread_number + 1 end
function request()
  count = count + 1
  local name = "n" .. START .. "x" .. number .. "x" .. count
  HEADERS["Idempotency-Key"] = name
  return wrk.format("POST", "/api/v1/clients", HEADERS, (BODY:gsub("NAME", name)))
end
"""
# A page of a list after each client, and a new client after every four of those.
READ_LUA = """
local asked = 0
function read()
  asked = asked + 1
  return wrk.format("GET", asked % 2 == 0 and "/api/v1/clients" or "/api/v1/clients/" .. ONE)
end
"""
MIX_LUA = """
local create, turn = request, 0
function request()
  turn = turn + 1
  return turn % 5 == 0 and create() or read()
end
"""
# Strangers with addresses of their own behind a trusted proxy, so that hashing is what is limited.
STORM_LUA = """
function request()
  local headers = { ["Content-Type"] = "application/json",
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(1, 254)) }
  local body = string.format('{"email":"nobody%d@acme.example","password":"not the password"}', math.random(1, 1000000))
  return wrk.format("POST", "/public/v1/sessions", headers, body)
end
-- Who is turned away is told to come back after a second; they are not all in step.
function delay() return math.random(500, 1500) end
"""
# Counts what became of each request; each connection pauses for about a second before the next.
OVERLOAD_LUA = """
local threads, set_up = {}, setup
function setup(thread) set_up(thread); table.insert(threads, thread) end
made, refused, other = 0, 0, 0
function response(status)
  if status == 201 then made = made + 1
  elseif status == 503 or status == 429 then refused = refused + 1
  else other = other + 1 end
end
function delay() return math.random(500, 1500) end
function done(summary, latency)
  local made, refused, other = 0, 0, summary.errors.connect + summary.errors.read + summary.errors.timeout
  for _, thread in ipairs(threads) do
    made, refused, other = made + thread:get("made"), refused + thread:get("refused"), other + thread:get("other")
  end
  io.write(string.format("OVERLOAD %d %d %d %d %d\\n", made, refused, other, summary.duration, latency:percentile(99)))
end
"""
DONE_LUA = """
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), bad))
end
"""


def run_wrk(url, connections, headers, script, seconds):
    """What `wrk` prints, by a script that ends with what it prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        flags = [flag for name, value in headers.items() for flag in ("-H", f"{name}: {value}")]
        command = ["nice", "-n", "10", "wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", file.name, *flags, url]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def wrk(url, connections, headers, script="", seconds=SECONDS, refused=False):
    output = run_wrk(url, connections, headers, script + DONE_LUA, seconds)
    requests, microseconds, p50, p99, bad = map(int, re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", output).groups())
    if bad and not refused:
        say(f"    {bad} of {requests} requests failed")
    return {"rps": requests / microseconds * 1e6, "p50": p50 / 1000, "p99": p99 / 1000, "bad": bad}


def create_script(headers):
    pairs = ", ".join(f"[{json.dumps(name)}] = {json.dumps(value)}" for name, value in headers.items())
    start = f"START = '{time.monotonic_ns()}'\nBODY = {json.dumps(json.dumps(NEW))}\n"
    return f'{start}HEADERS = {{ ["Content-Type"] = "application/json", {pairs} }}\n' + CREATE_LUA


def paced(send, seconds, per_second, at_once=32):
    """Sorted latencies in ms of requests that are begun at a steady pace, whatever the ones before take."""
    latencies, begun = [], time.monotonic()

    def one(index):
        at = begun + index / per_second
        time.sleep(max(0, at - time.monotonic()))
        send(index)
        latencies.append((time.monotonic() - at) * 1000)

    with ThreadPoolExecutor(at_once) as pool:
        for sent in [pool.submit(one, index) for index in range(seconds * per_second)]:
            sent.result()
    return sorted(latencies)


def percentile(latencies, share):
    """The value under which a share of sorted values lies."""
    return latencies[min(len(latencies) - 1, len(latencies) * share // 100)]
