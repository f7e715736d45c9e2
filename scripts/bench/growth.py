"""How it grows, and a large partner among many."""

import tempfile

from compare import prepare
from databases import fill, neighbours
from load import create_script, wrk
from servers import Gangway
from settings import EVENTS, GROWTH, PARTNERS, say


def growth(kind):
    say(f"{kind.name}: how it grows")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        database, _ = prepare(folder, kind)
        before = 0
        for count in GROWTH:
            fill(database, before + 1, count - 1)
            before = count - 1
            with Gangway(folder, database) as server:
                headers = server.headers()
                row = {"clients": count}
                for name, path in (("list", "/api/v1/clients"), ("search", "/api/v1/clients?q=client+77")):
                    row[name] = wrk(server.url + path, 2, headers, seconds=3)
                row["create"] = wrk(server.url, 2, {}, create_script(headers), seconds=3)
                row["mb"] = server.resident_mb()
            rows.append(row)
            say(f"  {count}: " + ", ".join(f"{name} p99 {row[name]['p99']:.1f} ms" for name in ("list", "search", "create")))
    return rows


def large(kind):
    """A partner with 5,000 clients beside many others: what it lists and searches takes as long as if it were alone."""
    say(f"{kind.name}: {PARTNERS} partners, {EVENTS} events")
    with tempfile.TemporaryDirectory() as folder:
        database, _ = prepare(folder, kind)
        fill(database, 1, 4_999)
        neighbours(database)
        with Gangway(folder, database) as server:
            headers, found = server.headers(), {"started": server.started_after_ms}
            for name, path in (("list", "clients"), ("search", "clients?q=client+77"), ("activity", "events")):
                found[name] = wrk(f"{server.url}/api/v1/{path}", 2, headers, seconds=3)
        return found
