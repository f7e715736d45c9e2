"""Gangway beside the floor, on one database."""

import json
import sys
import tempfile
import time

from databases import Sqlite, fill
from load import NEW, READ_LUA, MIX_LUA, create_script, wrk
from servers import Floor, Gangway, call
from settings import CLIENTS, CONNECTIONS, SECONDS, SHORT, say
from trouble import drain, keyed_writes, sign_in_storm


def operations(server, one):
    """Requests per second and latencies of the three operations, by number of connections."""
    found = {}
    for connections in CONNECTIONS:
        found["GET one", connections] = wrk(f"{server.url}/api/v1/clients/{one}", connections, server.headers())
        found["GET list of 25", connections] = wrk(f"{server.url}/api/v1/clients", connections, server.headers())
        read = f"ONE = '{one}'\n{READ_LUA}"
        reads = read + "function request() return read() end\n"
        found["both reads in turn", connections] = wrk(server.url, connections, server.headers(), reads)
        found["POST create", connections] = wrk(server.url, connections, {}, create_script(server.headers()))
        mix = create_script(server.headers()) + read + MIX_LUA
        found["4 reads, 1 create", connections] = wrk(server.url, connections, server.headers(), mix)
    return found


def same_answers(gangway, floor, one):
    """The floor must do the same work, or the comparison says nothing."""
    for path in (f"/api/v1/clients/{one}", "/api/v1/clients"):
        ours, theirs = (call(server.url + path, headers=server.headers()) for server in (gangway, floor))
        if "data" in ours:
            ours, theirs = ours["data"], theirs["data"]
        if ours != theirs:
            sys.exit(f"the floor answers {path} otherwise:\n{ours}\n{theirs}")


def prepare(folder, kind):
    """An empty database with a partner and one client."""
    database = kind(folder)
    with Gangway(folder, database) as server:
        body = json.loads(json.dumps(NEW).replace("NAME", "Template"))
        headers = server.headers() | {"Idempotency-Key": "template"}
        one = call(f"{server.url}/api/v1/clients", "POST", body, headers)["id"]
        time.sleep(1)
    return database, one


def compare(kind):
    say(f"{kind.name}: {CLIENTS} clients, each operation for {SECONDS} s")
    with tempfile.TemporaryDirectory() as folder:
        database, one = prepare(folder, kind)
        fill(database, 1, CLIENTS - 1)
        partner = database.one("select lower(hex(partner_id)) from clients limit 1" if kind is Sqlite else "select partner_id from clients limit 1")
        with Gangway(folder, database) as gangway, Floor(folder, database, partner) as floor:
            same_answers(gangway, floor, one)
        with Floor(folder, database, partner) as server:
            floor = operations(server, one)
            floor_mb = server.resident_mb()
        # The floor sends no mails either: jobs wait until the next part.
        with Gangway(folder, database, workers="0") as server:
            ours = operations(server, one)
            load = server.resident_mb()
            written = keyed_writes(server, database)
        database.run(["delete from jobs"])
        with Gangway(folder, database) as server:
            started, rest, busy = at_rest(server)
            storm = sign_in_storm(server, one)
            drained = drain(database)
        return {
            "floor": floor, "gangway": ours, "started": started, "rest": rest, "busy": busy, "load": load,
            "floor_mb": floor_mb, "drained": drained, "storm": storm, "written": written,
        }


def at_rest(server):
    """Milliseconds to the first answer, memory in MB, and the share of a core that resting takes."""
    server.token()
    time.sleep(5)
    before, begun = server.cpu_seconds(), time.monotonic()
    time.sleep(5 if SHORT else 20)
    busy = (server.cpu_seconds() - before) / (time.monotonic() - begun)
    return server.started_after_ms, server.resident_mb(), busy
