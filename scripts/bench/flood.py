"""More work than Gangway takes."""

import re
import tempfile
import time

from compare import prepare
from databases import fill
from load import OVERLOAD_LUA, create_script, run_wrk, wrk
from servers import Gangway
from settings import CLIENTS, OVERLOAD_S, say
from trouble import create


def flood(kind):
    """Five times as many creates as it takes, each connection pausing between two: what is served, what is refused, how soon."""
    say(f"{kind.name}: a flood for {OVERLOAD_S} s")
    with tempfile.TemporaryDirectory() as folder:
        database, _ = prepare(folder, kind)
        fill(database, 1, CLIENTS - 1)
        with Gangway(folder, database, workers="0") as server:
            peak = wrk(server.url, 128, {}, create_script(server.headers()))["rps"]
            return {"peak": peak} | overload(server, peak)


def overload(server, peak):
    script = create_script(server.headers()) + OVERLOAD_LUA
    output = run_wrk(server.url, round(5 * peak), {}, script, OVERLOAD_S)
    made, refused, other, microseconds, p99 = map(int, re.search(r"OVERLOAD (\d+) (\d+) (\d+) (\d+) (\d+)", output).groups())
    ended, seconds = time.monotonic(), microseconds / 1e6
    create(server, server.headers(), "after the flood")
    return {
        "asked": (made + refused + other) / seconds, "made": made / seconds, "refused": refused / seconds,
        "other": other, "p99": p99 / 1000, "after": (time.monotonic() - ended) * 1000,
    }
