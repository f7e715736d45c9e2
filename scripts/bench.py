"""Measures Gangway beside the floor (crates/floor), on SQLite and on PostgreSQL, and writes docs/benchmarks.md.

bench.py GANGWAY FLOOR [--short]; GANGWAY_TEST_POSTGRES names a PostgreSQL server.
"""

import json
import os
import platform
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHORT = "--short" in sys.argv
GANGWAY, FLOOR = sys.argv[1:3]
SECONDS = 2 if SHORT else 5
CONNECTIONS = (2, 32, 128)
CLIENTS = 10_000
GROWTH = (1_000, 10_000) if SHORT else (1_000, 10_000, 100_000, 1_000_000)
PARTNERS = 200
EVENTS = 100_000 if SHORT else 1_000_000
JOBS = 2_000 if SHORT else 10_000
WRITERS = 16
DEMO = {"email": "demo@harborlight.example", "password": "calm seas and fair winds"}
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
DONE_LUA = """
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), bad))
end
"""


WHERE = """## Where the rest goes

By `perf record -g` of `GET one` on SQLite at 32 connections: a fifth of all samples is the change of threads. SQLite's driver runs
each connection in a thread of its own, and Gangway asks it twice, who asks and what for; the floor asks it for its one statement, and
once more whether the connection is well, which Gangway does not. Allocating and freeing memory is a sixth, composing the statements
and finding the route 3 % each; permission and tenancy are part of the statements. Why who asks is read each time:
[ADR 17](adr/0017-who-asks-is-read-on-every-request.md).

On PostgreSQL a connection is told once a request whose rows it is to see, as the floor tells it
([ADR 15](adr/0015-postgresql-shows-a-connection-one-partners-rows.md)); the second statement is a round trip more.
"""


def say(words):
    print(words, flush=True)


def free_port():
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return each.getsockname()[1]


def call(url, method="GET", body=None, headers=None):
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, method=method, headers={"content-type": "application/json", **(headers or {})})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or b"null")


def resident_mb(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Process:
    """A server, from its start until it is told to stop."""

    def __init__(self, command, settings, ready):
        env = {name: value for name, value in os.environ.items() if not name.startswith("GANGWAY_")}
        env.pop("DATABASE_URL", None)
        self.log = tempfile.TemporaryFile("w+")
        started = time.monotonic()
        self.process = subprocess.Popen(command, env=env | settings, stdout=self.log, stderr=subprocess.STDOUT)
        while True:
            try:
                with urllib.request.urlopen(ready, timeout=1):
                    break
            except urllib.error.HTTPError:
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - started > 60:
                    self.log.seek(0)
                    sys.exit(f"{command} did not start:\n{self.log.read()}")
                time.sleep(0.002)
        self.started_after_ms = (time.monotonic() - started) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def resident_mb(self):
        return resident_mb(self.process.pid)

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Gangway(Process):
    def __init__(self, folder, database, workers="12"):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        settings = {
            "GANGWAY_DATA_DIR": str(folder),
            "GANGWAY_LISTEN": f"127.0.0.1:{port}",
            "GANGWAY_BASE_URL": f"http://localhost:{port}",
            "GANGWAY_METRICS_LISTEN": "off",
            "GANGWAY_SANDBOX": "on",
            "GANGWAY_SANDBOX_LISTEN": f"127.0.0.1:{free_port()}",
            "GANGWAY_SANDBOX_SMTP_LISTEN": f"127.0.0.1:{free_port()}",
            "GANGWAY_LOG": "error",
            "GANGWAY_JOB_WORKERS": workers,
            "GANGWAY_TRUSTED_PROXIES": "127.0.0.1/32",
            # The load comes from one user of one partner.
            "GANGWAY_INVITES_PER_USER_PER_HOUR": "10000000",
            "GANGWAY_MAILS_PER_PARTNER_PER_HOUR": "10000000",
        }
        if database.url:
            settings["DATABASE_URL"] = database.url
        super().__init__([GANGWAY, "serve", "--demo"], settings, f"{self.url}/healthz")

    def token(self):
        # The demo partner is made when the server answers already.
        for _ in range(50):
            try:
                return call(f"{self.url}/public/v1/sessions", "POST", DEMO)["access_token"]
            except urllib.error.HTTPError as error:
                if error.code not in (401, 503):
                    raise
                time.sleep(0.2)
        sys.exit("the demo partner cannot sign in")

    def headers(self):
        return {"Authorization": f"Bearer {self.token()}"}


class Floor(Process):
    def __init__(self, folder, database, partner):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        target = database.url or f"sqlite:{folder}/gangway.db"
        super().__init__([FLOOR, target, f"127.0.0.1:{port}", partner], {}, f"{self.url}/api/v1/clients")

    def headers(self):
        return {}


class Sqlite:
    name = "SQLite"
    url = None

    def __init__(self, folder):
        self.folder = folder

    def run(self, statements):
        with sqlite3.connect(f"{self.folder}/gangway.db") as connection:
            connection.create_function("new_id", 0, lambda: os.urandom(16))
            for statement in statements:
                connection.execute(statement)

    def one(self, statement):
        with sqlite3.connect(f"{self.folder}/gangway.db") as connection:
            return connection.execute(statement).fetchone()[0]

    series = "(with recursive n(i) as (select {first} union all select i + 1 from n where i < {last}) select i from n)"
    id_as_text = "lower(hex(id))"
    any_text = "lower(hex(new_id()))"
    later = "strftime('%Y-%m-%dT%H:%M:%f+00:00', '2026-01-01 00:00:00.123', '+' || i || ' seconds')"


class Postgres:
    name = "PostgreSQL"

    def __init__(self, _folder):
        server = os.environ["GANGWAY_TEST_POSTGRES"]
        name = f"bench_{os.getpid()}_{time.monotonic_ns()}"
        self.psql(server, f"create database {name}")
        self.url = server.rsplit("/", 1)[0] + "/" + name

    @staticmethod
    def psql(url, statement):
        done = subprocess.run(
            ["psql", url, "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", statement],
            capture_output=True, text=True, check=False, env=os.environ | {"PGOPTIONS": "-c gangway.partner=*"},
        )
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout.strip()

    def run(self, statements):
        for statement in statements:
            self.psql(self.url, statement.replace("new_id()", "gen_random_uuid()"))

    def one(self, statement):
        return self.psql(self.url, statement)

    series = "(select i from generate_series({first}, {last}) i)"
    id_as_text = "id"
    any_text = "gen_random_uuid()"
    later = "timestamptz '2026-01-01 00:00:00.123Z' + i * interval '1 second'"


def fill(database, first, last):
    """Clients number `first` to `last`, in the image of the one made by hand."""
    numbers = database.series.format(first=first, last=last)
    copied = "c.partner_id, {0}, {0}, c.contact_email, c.created_by, c.address_line1, c.city, c.country, c.time_zone, c.reply_to, c.website"
    named = copied.format("'bench client ' || i")
    database.run(
        [
            "insert into clients (id, partner_id, name, name_key, contact_email, created_by, address_line1, city, country, "
            "time_zone, reply_to, website, application_key, created_at, updated_at, version) "
            f"select new_id(), {named}, 'bench' || i, {database.later}, {database.later}, 1 "
            f"from {numbers} n, (select * from clients where name = 'Template') c",
            "insert into onboardings (client_id, partner_id, credentials, company_info, enable_sms, enable_application, "
            "invite_team, draft, updated_at) select c.id, c.partner_id, o.credentials, o.company_info, o.enable_sms, "
            "o.enable_application, o.invite_team, o.draft, c.updated_at from clients c, (select o.* from onboardings o "
            "join clients t on t.id = o.client_id where t.name = 'Template') o "
            "where not exists (select 1 from onboardings x where x.client_id = c.id)",
            "insert into invites (id, partner_id, kind, email, role, client_id, generation, created_at, sent_at, expires_at) "
            "select new_id(), c.partner_id, 'client_setup', c.contact_email, 'company_administrator', c.id, 1, "
            "c.created_at, c.created_at, c.created_at from clients c "
            "where not exists (select 1 from invites x where x.partner_id = c.partner_id and x.client_id = c.id)",
        ]
    )
    # SQLite is left without figures about its tables, as Gangway leaves it.
    if database.url:
        database.run(["analyze"])


def wrk(url, connections, headers, script="", seconds=SECONDS, refused=False):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script + DONE_LUA)
        file.flush()
        flags = [flag for name, value in headers.items() for flag in ("-H", f"{name}: {value}")]
        command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", file.name, *flags, url]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests, microseconds, p50, p99, bad = map(int, re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", output).groups())
    if bad and not refused:
        say(f"    {bad} of {requests} requests failed")
    return {"rps": requests / microseconds * 1e6, "p50": p50 / 1000, "p99": p99 / 1000, "bad": bad}


def create_script(headers):
    pairs = ", ".join(f"[{json.dumps(name)}] = {json.dumps(value)}" for name, value in headers.items())
    start = f"START = '{time.monotonic_ns()}'\nBODY = {json.dumps(json.dumps(NEW))}\n"
    return f'{start}HEADERS = {{ ["Content-Type"] = "application/json", {pairs} }}\n' + CREATE_LUA


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
            crowd = wrk(f"{server.url}/api/v1/clients/{one}", 640, server.headers())
        database.run(["delete from jobs"])
        with Gangway(folder, database) as server:
            started, rest, busy = at_rest(server)
            storm = sign_in_storm(server, one)
            drained = drain(database)
        return {
            "floor": floor, "gangway": ours, "started": started, "rest": rest, "busy": busy, "load": load,
            "floor_mb": floor_mb, "drained": drained, "storm": storm, "written": written, "crowd": crowd,
        }


def at_rest(server):
    """Milliseconds to the first answer, memory in MB, and the share of a core that resting takes."""
    server.token()
    time.sleep(5)
    before, begun = server.cpu_seconds(), time.monotonic()
    time.sleep(5 if SHORT else 20)
    busy = (server.cpu_seconds() - before) / (time.monotonic() - begun)
    return server.started_after_ms, server.resident_mb(), busy


def paced(url, headers, seconds, per_second=100):
    """Latencies in ms of reads that are begun at a steady pace, whatever the ones before take."""
    latencies, threads, begun = [], [], time.monotonic()

    def read(at):
        time.sleep(max(0, at - time.monotonic()))
        call(url, headers=headers)
        latencies.append((time.monotonic() - at) * 1000)

    with ThreadPoolExecutor(32) as pool:
        threads = [pool.submit(read, begun + index / per_second) for index in range(seconds * per_second)]
        for thread in threads:
            thread.result()
    latencies.sort()
    return latencies[len(latencies) * 99 // 100]


def sign_in_storm(server, one):
    """100 reads a second, alone and while 300 strangers try passwords."""
    url, headers = f"{server.url}/api/v1/clients/{one}", server.headers()
    seconds = 5 if SHORT else 10
    quiet, before = paced(url, headers, seconds), server.resident_mb()
    with ThreadPoolExecutor(1) as pool:
        storm = pool.submit(wrk, server.url, 300, {}, STORM_LUA, seconds + 3, True)
        time.sleep(2)
        stormy = paced(url, headers, seconds)
        more = server.resident_mb() - before
        return {"quiet": quiet, "stormy": stormy, "mb": more, "tries": storm.result()["rps"]}


def keyed_writes(server, database):
    """16 writers with keys of their own: whatever was acknowledged is there once, and nothing else."""
    headers, asked, acknowledged = server.headers(), set(), set()
    begun = time.monotonic()

    def write(number):
        count = 0
        while time.monotonic() - begun < SECONDS:
            name, count = f"keyed {number} {count}", count + 1
            body = json.loads(json.dumps(NEW).replace("NAME", name.replace(" ", "")))
            body["company"]["name"] = name
            asked.add(name)
            call(f"{server.url}/api/v1/clients", "POST", body, headers | {"Idempotency-Key": name.replace(" ", "-")})
            acknowledged.add(name)

    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [pool.submit(write, number) for number in range(WRITERS)]:
            done.result()
    took = time.monotonic() - begun
    there = int(database.one("select count(*) from clients where name like 'keyed %'"))
    distinct = int(database.one("select count(distinct name) from clients where name like 'keyed %'"))
    return {"rps": len(acknowledged) / took, "lost": len(acknowledged) - distinct, "twice": there - distinct}


def drain(database):
    """Jobs whose mail was sent already, so that nothing is left to do, per second, while the server runs."""
    database.run(
        [
            "insert into mails (id, partner_id, message, subject_id, recipient, state, created_at, sent_at) select new_id(), "
            f"p.id, 'no_op', p.id, 'nobody@client.example', 'sent', {database.later}, {database.later} "
            f"from {database.series.format(first=1, last=JOBS)} n, (select id from partners limit 1) p",
            "insert into jobs (id, kind, version, partner_id, payload, state, run_at, attempts, created_at) select new_id(), "
            f"'mail_sent', 1, partner_id, '{{\"kind\":\"mail_sent\",\"mail\":\"' || {database.id_as_text} || '\"}}', 'waiting', created_at, 0, "
            "created_at from mails where message = 'no_op'",
        ]
    )
    waiting = "select count(*) from jobs where kind = 'mail_sent' and state <> 'done'"
    begun, first = time.monotonic(), int(database.one(waiting))
    while (left := int(database.one(waiting))) > 0 and time.monotonic() - begun < 60:
        time.sleep(0.2)
    return (first - left) / (time.monotonic() - begun)


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


def neighbours(database):
    """199 partners more, each with 25 clients, and a million events among them all."""
    named = "name, clients_word, created_at, updated_at, version"
    database.run(
        [
            f"insert into partners (id, {named}) select new_id(), 'Neighbour ' || i, clients_word, created_at, updated_at, version "
            f"from {database.series.format(first=1, last=PARTNERS - 1)} n, (select * from partners limit 1) p",
            "insert into clients (id, partner_id, name, name_key, application_key, created_at, updated_at, version) "
            f"select new_id(), p.id, 'client ' || i, 'client' || i, {database.any_text}, {database.later}, {database.later}, 1 "
            f"from {database.series.format(first=1, last=25)} n, (select id from partners where name like 'Neighbour %') p",
            "insert into events (id, partner_id, kind, subject_id, data, actor, sequence, previous_hash, hash, created_at) "
            f"select new_id(), p.id, 'client.created', p.id, '{{}}', 'system', 1000000 + i, '', '', {database.later} "
            f"from {database.series.format(first=1, last=EVENTS // PARTNERS)} n, partners p",
        ]
    )
    if database.url:
        database.run(["analyze"])


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


def table(head, rows):
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return "\n".join(lines + [f"| {' | '.join(map(str, row))} |" for row in rows])


def written(compared, grown, crowded):
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) / 1024 / 1024
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    parts = [
        "# Benchmarks\n",
        f"Written by `./just bench{' --short' if SHORT else ''}`: release build, `wrk` with two threads on the same machine, everything in one run, "
        f"each operation for {SECONDS} s.\n",
        f"{os.cpu_count()} cores ({cpu[1] if cpu else platform.machine()}), {memory:.0f} GiB, "
        f"Linux {platform.release()}, commit {commit}.\n",
        "The *floor* is [crates/floor](../crates/floor): the smallest actix-web program that runs the same statements "
        "with sqlx and returns the same JSON, without sign-in, permissions, checks, replays and limits. The run begins by "
        "comparing the answers of both.\n",
    ]
    for name, found in compared.items():
        rows = []
        for (operation, connections), floor in found["floor"].items():
            ours = found["gangway"][operation, connections]
            rows.append(
                [
                    operation,
                    connections,
                    f"{floor['rps']:.0f}",
                    f"{floor['p99']:.1f}",
                    f"{ours['rps']:.0f}",
                    f"{ours['p99']:.1f}",
                    f"{ours['rps'] / floor['rps']:.0%}",
                    ours["bad"],
                ]
            )
        head = ["operation", "connections", "floor, per s", "p99, ms", "Gangway, per s", "p99, ms", "share", "failed"]
        storm, written, crowd = found["storm"], found["written"], found["crowd"]
        peak = found["gangway"]["GET one", 128]["rps"]
        parts += [
            f"## {name}, {CLIENTS} clients\n",
            table(head, rows) + "\n",
            f"- First answer {found['started']:.0f} ms after the process was started. At rest {found['rest']:.0f} MB and "
            f"{found['busy']:.1%} of a core; after the load {found['load']:.0f} MB (floor {found['floor_mb']:.0f} MB).",
            f"- Sign-in storm, 300 strangers who come back a second after they were turned away, {storm['tries']:.0f} tries per second answered: p99 of 100 reads per second "
            f"{storm['quiet']:.1f} ms alone, {storm['stormy']:.1f} ms in the storm; memory {storm['mb']:+.0f} MB.",
            f"- {WRITERS} writers with keys: {written['rps']:.0f} acknowledged per second, {written['lost']} lost, "
            f"{written['twice']} twice.",
            f"- 640 connections, five times the most above: {crowd['rps']:.0f} reads per second, {crowd['rps'] / peak:.0%} of those "
            f"at 128; p99 {crowd['p99']:.0f} ms, {crowd['bad']} failed.",
            f"- Jobs that find nothing left to do: {found['drained']:.0f} per second, {JOBS} of one partner.\n",
        ]
    parts.append(WHERE)
    parts.append("## How it grows\n")
    parts.append("Two connections, 3 s each; milliseconds are p50 / p99.\n")
    rows = [
        [name, f"{row['clients']:,}"]
        + [f"{row[what]['p50']:.1f} / {row[what]['p99']:.1f}" for what in ("list", "search", "create")]
        + [f"{row['mb']:.0f}"]
        for name, grown_rows in grown.items()
        for row in grown_rows
    ]
    parts.append(table(["database", "clients", "list, ms", "search, ms", "create, ms", "memory, MB"], rows) + "\n")
    parts.append(f"## A partner of 5,000 clients among {PARTNERS}, with {EVENTS:,} events\n")
    rows = [
        [name]
        + [f"{found[what]['p50']:.1f} / {found[what]['p99']:.1f}" for what in ("list", "search", "activity")]
        + [f"{found['started']:.0f}"]
        for name, found in crowded.items()
    ]
    parts.append(table(["database", "list, ms", "search, ms", "activity, ms", "first answer, ms"], rows) + "\n")
    return "\n".join(parts)


def main():
    kinds = [Sqlite, Postgres] if os.environ.get("GANGWAY_TEST_POSTGRES") else [Sqlite]
    compared, grown, crowded = {}, {}, {}
    for part, into in ((compare, compared), (large, crowded), (growth, grown)):
        for kind in kinds:
            into[kind.name] = part(kind)
            # After each part, so that a run that is broken off has told something.
            (ROOT / "docs" / "benchmarks.md").write_text(written(compared, grown, crowded))
    say((ROOT / "docs" / "benchmarks.md").read_text())


main()
