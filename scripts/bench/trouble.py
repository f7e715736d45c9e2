"""Gangway when it is pressed: strangers who guess, writers whose answers count, jobs."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

from load import NEW, STORM_LUA, paced, percentile, wrk
from servers import call
from settings import JOBS, SECONDS, SHORT, WRITERS


def sign_in_storm(server, one):
    """100 reads a second, alone and while 300 strangers try passwords."""
    url, headers = f"{server.url}/api/v1/clients/{one}", server.headers()
    seconds = 5 if SHORT else 10

    def read(_):
        call(url, headers=headers)

    quiet, before = paced(read, seconds, 100), server.resident_mb()
    with ThreadPoolExecutor(1) as pool:
        storm = pool.submit(wrk, server.url, 300, {}, STORM_LUA, seconds + 3, True)
        time.sleep(2)
        stormy = paced(read, seconds, 100)
        more = server.resident_mb() - before
        return {"quiet": percentile(quiet, 99), "stormy": percentile(stormy, 99), "mb": more, "tries": storm.result()["rps"]}


def create(server, headers, name):
    """One client more, by a key of its own."""
    body = json.loads(json.dumps(NEW).replace("NAME", name.replace(" ", "")))
    body["company"]["name"] = name
    call(f"{server.url}/api/v1/clients", "POST", body, headers | {"Idempotency-Key": name.replace(" ", "-")})


def keyed_writes(server, database):
    """16 writers with keys of their own: whatever was acknowledged is there once, and nothing else."""
    headers, acknowledged = server.headers(), set()
    begun = time.monotonic()

    def write(number):
        count = 0
        while time.monotonic() - begun < SECONDS:
            name, count = f"keyed {number} {count}", count + 1
            create(server, headers, name)
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
