"""Lists of clients in and out: how fast, how much memory, and what others notice of it meanwhile."""

import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from compare import fill, prepare
from load import percentile
from servers import Gangway, call
from settings import CLIENTS, IMPORTS, READS_PER_S, SHORT, say
from trouble import create

HEADER = (
    "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,Code,PhoneNumber,SiteName,Address,City,"
    "State,PostalCode,Country,Timezone,EmailDomains\r\n"
)
AT_WORK = ("checking", "importing")
# Longer than any import takes that is worth telling of.
MOST_S = 900
# How often who watches looks.
LOOK_S = 0.25


def imports(kind):
    found = []
    for rows in IMPORTS:
        say(f"{kind.name}: a list of {rows:,} clients")
        with tempfile.TemporaryDirectory() as folder:
            database, one = prepare(folder, kind)
            with Gangway(folder, database) as server:
                row = {"rows": rows} | brought_in(server, database, one, rows)
                if rows == IMPORTS[-1]:
                    row |= {"export": exported(server), "cancel": cancelled(server, rows)}
                found.append(row)
                say(f"  {rows / row['checked']:.0f} rows a second checked, {rows / row['committed']:.0f} committed")
    return found


def made_up(rows, word):
    lines = (
        f"{word} {n:06},Pat,Doe,pat@{word}-{n:06}.example,1,2025550143,Head office,{n} Main Street,New York,NY,10001,US,"
        f"America/New_York,{word}-{n:06}.example\r\n"
        for n in range(rows)
    )
    return (HEADER + "".join(lines)).encode()


def brought_in(server, database, one, rows):
    """One list from its upload to its clients, while others read and now and then write."""
    file, watch = made_up(rows, "import"), Watch(server)
    fill(database, 1, CLIENTS - 1)
    time.sleep(2)
    rest = server.resident_mb()
    with watch:
        # The others do the same in quiet, and whoever watches looks as often.
        with Others(server, one) as quiet:
            watch.idle(3 if SHORT else 20)
    with watch, Others(server, one) as others:
        begun = time.monotonic()
        made = upload(server, watch.headers, file)
        watch.until(made["id"], "ready")
        checked = time.monotonic()
        call(f"{server.url}/api/v1/client-imports/{made['id']}/confirm", "POST", headers=watch.headers)
        confirmed = time.monotonic()
        done = watch.until(made["id"], "done")
        committed = time.monotonic()
    there = int(database.one("select count(*) from clients where name like 'import %'"))
    if (done["created"], there) != (rows, rows):
        raise SystemExit(f"{done['created']} are said to be made, {there} are there, of {rows}")
    return {
        "checked": checked - begun, "committed": committed - confirmed, "mb": watch.most_mb - rest, "still_s": watch.still_s,
        "quiet": [percentile(of_one, 99) for of_one in quiet.reads], "meanwhile": [percentile(of_one, 99) for of_one in others.reads],
        "write": max(others.writes, default=0),
    }


def upload(server, headers, file):
    key = {"Content-Type": "text/csv", "Idempotency-Key": f"list-{time.monotonic_ns()}"}
    request = urllib.request.Request(f"{server.url}/api/v1/client-imports?name=list.csv", file, headers | key)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.loads(answer.read())


class Watch:
    """Who looks at an import: how long it stands still at most, and the most memory meanwhile."""

    def __init__(self, server):
        self.server, self.headers = server, server.headers()
        self.still_s, self.most_mb, self.is_over = 0, 0, threading.Event()

    def __enter__(self):
        self.is_over.clear()
        threading.Thread(target=self.weigh, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.is_over.set()

    def weigh(self):
        while not self.is_over.wait(0.05):
            self.most_mb = max(self.most_mb, self.server.resident_mb())

    def look(self, id):
        return call(f"{self.server.url}/api/v1/client-imports/{id}", headers=self.headers)

    def idle(self, seconds):
        last = time.monotonic() + seconds
        while time.monotonic() < last:
            call(f"{self.server.url}/api/v1/client-imports", headers=self.headers)
            time.sleep(LOOK_S)

    def until(self, id, state):
        seen, since = None, time.monotonic()
        last = since + MOST_S
        while time.monotonic() < last:
            now = self.look(id)
            count = (now["state"], now["rows"], now["created"])
            if count != seen:
                self.still_s = max(self.still_s, time.monotonic() - since)
                seen, since = count, time.monotonic()
            if now["state"] == state:
                return now
            if now["state"] not in AT_WORK:
                raise SystemExit(f"the import is {now['state']}: {now['faults'][:3]}")
            time.sleep(LOOK_S)
        raise SystemExit(f"the import is not {state} after {MOST_S} s")


class Others:
    """Reads at a steady pace, by turns of one client and of the list, from a process of their own; and two new clients a
    second. Latencies in ms."""

    def __init__(self, server, one):
        self.server, self.headers = server, server.headers()
        self.reads, self.writes, self.is_over = [], [], threading.Event()
        command = [sys.executable, str(Path(__file__).with_name("reads.py"))]
        self.reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        paths = [f"/api/v1/clients/{one}", "/api/v1/clients"]
        self.reader.stdin.write(json.dumps({"url": server.url, "headers": self.headers, "paths": paths, "per_s": READS_PER_S}) + "\n")
        self.reader.stdin.flush()
        self.writer = threading.Thread(target=self.write)
        self.writer.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def write(self):
        while not self.is_over.wait(0.5):
            begun = time.monotonic()
            create(self.server, self.headers, f"meanwhile {time.monotonic_ns()}")
            self.writes.append((time.monotonic() - begun) * 1000)

    def stop(self):
        """Sorted latencies of each path."""
        self.is_over.set()
        self.writer.join()
        told, _ = self.reader.communicate()
        self.reads = [sorted(of_one) for of_one in json.loads(told)]
        return self.reads


def exported(server):
    """All clients as a list: milliseconds to its first byte, seconds to its last, and memory above what it was."""
    watch, before = Watch(server), server.resident_mb()
    with watch:
        begun = time.monotonic()
        request = urllib.request.Request(f"{server.url}/api/v1/clients/export.csv", headers=watch.headers)
        with urllib.request.urlopen(request, timeout=120) as answer:
            first, first_ms = answer.read(1), (time.monotonic() - begun) * 1000
            lines = first.count(b"\n")
            while piece := answer.read(1 << 16):
                lines += piece.count(b"\n")
        took = time.monotonic() - begun
    return {"first_ms": first_ms, "s": took, "clients": lines - 1, "mb": max(0, watch.most_mb - before)}


def cancelled(server, rows):
    """Milliseconds until an import that is at work is stopped, and clients that it makes afterwards: none."""
    watch = Watch(server)
    id = upload(server, watch.headers, made_up(rows, "stopped"))["id"]
    watch.until(id, "ready")
    url = f"{server.url}/api/v1/client-imports/{id}"
    call(f"{url}/confirm", "POST", headers=watch.headers)
    while watch.look(id)["created"] == 0:
        time.sleep(0.01)
    begun = time.monotonic()
    stopped = call(f"{url}/cancel", "POST", headers=watch.headers)
    took = (time.monotonic() - begun) * 1000
    time.sleep(2)
    return {"ms": took, "made": stopped["created"], "after": watch.look(id)["created"] - stopped["created"]}
