"""docs/benchmarks.md."""

import os
import platform
import re
import subprocess
from pathlib import Path

from settings import CLIENTS, EVENTS, OVERLOAD_S, PARTNERS, READS_PER_S, ROOT, SECONDS, SHORT, TEXTS_PER_S, TEXTS_S, WRITERS, JOBS

LOADS = (
    "Which line of the load tables is where: L-01 *both reads in turn* and L-02 *4 reads, 1 create* at 32 "
    "connections, L-03 *POST create* and the 16 writers, L-04 the settings of the widget, L-05 (AU-05) "
    "the sign-in storm, L-06 webhooks, L-08 and L-15 lists in and out, L-09 the jobs, L-10 the partner of "
    "5,000 clients, L-11 first answer and rest, L-14 the flood."
)

WHERE = """## Where the rest goes

By `perf record -g` of `GET one` on SQLite at 32 connections: a fifth of all samples is the change of threads. SQLite's driver runs
each connection in a thread of its own, and Gangway asks it twice, who asks and what for; the floor asks it for its one statement, and
once more whether the connection is well, which Gangway does not. Allocating and freeing memory is a sixth, composing the statements
and finding the route 3 % each; permission and tenancy are part of the statements. Why who asks is read each time:
[ADR 17](adr/0017-who-asks-is-read-on-every-request.md).

On PostgreSQL a connection is told once a request whose rows it is to see, as the floor tells it
([ADR 15](adr/0015-postgresql-shows-a-connection-one-partners-rows.md)); the second statement is a round trip more.
"""


COMMIT = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()


def page(before, part, lines):
    """The page with a part in place of what it said of it before."""
    begin, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->\n"
    new = begin + "\n".join([*lines, f"Measured at commit {COMMIT}.\n"]) + end
    _, _, rest = before.partition("<!--")
    rest = "<!--" + rest if rest else ""
    if begin in rest:
        kept, _, old = rest.partition(begin)
        return head() + "\n" + kept + new + old.partition(end)[2]
    return head() + "\n" + rest + ("\n" if rest else "") + new


def table(head, rows):
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return "\n".join(lines + [f"| {' | '.join(map(str, row))} |" for row in rows])


def head():
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) / 1024 / 1024
    return (
        "# Benchmarks\n\n"
        f"Written by `./just bench{' --short' if SHORT else ''}`: release build, `wrk` with two threads on the same machine, "
        "one after another. Each part says which commit it measured; `./just bench PART` measures one again.\n\n"
        f"{LOADS}\n\n"
        f"{os.cpu_count()} cores ({cpu[1] if cpu else platform.machine()}), {memory:.0f} GiB, Linux {platform.release()}.\n"
    )


def of_compare(compared):
    parts = [
        "The *floor* is [crates/floor](../crates/floor): the smallest actix-web program that runs the same statements "
        "with sqlx and returns the same JSON, without sign-in, permissions, checks, replays and limits. The run begins by "
        f"comparing the answers of both. Each operation for {SECONDS} s.\n",
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
        storm, written = found["storm"], found["written"]
        parts += [
            f"## {name}, {CLIENTS} clients\n",
            table(head, rows) + "\n",
            f"- First answer {found['started']:.0f} ms after the process was started. At rest {found['rest']:.0f} MB and "
            f"{found['busy']:.1%} of a core; after the load {found['load']:.0f} MB (floor {found['floor_mb']:.0f} MB).",
            f"- Sign-in storm, 300 strangers who come back a second after they were turned away, {storm['tries']:.0f} tries per second answered: p99 of 100 reads per second "
            f"{storm['quiet']:.1f} ms alone, {storm['stormy']:.1f} ms in the storm; memory {storm['mb']:+.0f} MB.",
            f"- {WRITERS} writers with keys: {written['rps']:.0f} acknowledged per second, {written['lost']} lost, "
            f"{written['twice']} twice.",
            f"- Jobs that find nothing left to do: {found['drained']:.0f} per second, {JOBS} of one partner.\n",
        ]
    return [*parts, WHERE]


def of_growth(grown):
    rows = [
        [name, f"{row['clients']:,}"]
        + [f"{row[what]['p50']:.1f} / {row[what]['p99']:.1f}" for what in ("list", "search", "create")]
        + [f"{row['mb']:.0f}"]
        for name, grown_rows in grown.items()
        for row in grown_rows
    ]
    head = ["database", "clients", "list, ms", "search, ms", "create, ms", "memory, MB"]
    return ["## How it grows\n", "Two connections, 3 s each; milliseconds are p50 / p99.\n", table(head, rows) + "\n"]


def of_large(crowded):
    rows = [
        [name]
        + [f"{found[what]['p50']:.1f} / {found[what]['p99']:.1f}" for what in ("list", "search", "activity")]
        + [f"{found['started']:.0f}"]
        for name, found in crowded.items()
    ]
    head = ["database", "list, ms", "search, ms", "activity, ms", "first answer, ms"]
    return [f"## A partner of 5,000 clients among {PARTNERS}, with {EVENTS:,} events\n", table(head, rows) + "\n"]


def of_flood(flooded):
    rows = [
        [name, f"{found['peak']:.0f}", f"{found['asked']:.0f}", f"{found['made']:.0f}", f"{found['made'] / found['peak']:.0%}"]
        + [f"{found['refused']:.0f}", found["other"], f"{found['p99']:.0f}", f"{found['after']:.0f}"]
        for name, found in flooded.items()
    ]
    head = ["database", "most", "asked", "made", "made of the most", "refused", "lost", "p99 of all, ms", "first create afterwards, ms"]
    words = (
        f"Creates per second for {OVERLOAD_S} s, five times as many as 128 connections got; who is refused (503) comes again after about a second. "
        "The load comes from the same two cores and gives way to the server (`nice`).\n"
    )
    return ["## A flood\n", words, table(head, rows) + "\n"]


def of_texting(texted):
    parts = ["## Texts and the widget\n"]
    sizes = [found["sizes"] for found in texted.values()]
    if sizes:
        parts.append(
            f"What a visitor loads before opening the widget: {sizes[0]['v1.js']} bytes with brotli; on opening {sizes[0]['v1-panel.js']} more. Its settings "
            "beside `/healthz`, at 32 connections, requests per second and p99 in ms; *known* is a request with the `ETag` it was given (304). "
            f"Texts come in by signed webhooks, {TEXTS_PER_S} per second for {TEXTS_S} s, every twentieth twice. *To the inbox* is from the webhook until the "
            "list of conversations of an open inbox shows it, told by the stream.\n"
        )
    rows = []
    for name, found in texted.items():
        rates = [f"{one['rps']:.0f} / {one['p99']:.1f}" for one in found["widget"].values()]
        share = found["widget"]["known"]["rps"] / found["widget"]["healthz"]["rps"]
        taken, arrivals = found["taken"], found["arrivals"]
        rows.append(
            [name, *rates, f"{share:.0%}", f"{taken['p50']:.0f} / {taken['p99']:.0f}", f"{taken['stored']} of {taken['sent']}"]
            + [f"{arrivals['p50']:.0f} / {arrivals['p99']:.0f}"]
        )
    head = ["database", "healthz", "settings", "known", "known of healthz", "webhook, ms", "stored once", "to the inbox, ms"]
    return [*parts, table(head, rows) + "\n"]


def of_imports(brought_in):
    words = (
        f"A list of clients from its upload over its check to the last client, for a partner that has {CLIENTS:,} already, while others read "
        f"one client and the list by turns, {READS_PER_S} times a second, and make two clients a second. *Memory* is the most above rest. *One* "
        "and *list* are p99 of those reads in quiet and meanwhile, *write* is the slowest of the clients made meanwhile, *still* the longest time in which who looks sees no count change.\n"
    )
    rows, more = [], []
    for name, sizes in brought_in.items():
        for found in sizes:
            many, checked, committed = found["rows"], found["checked"], found["committed"]
            rows.append(
                [name, f"{many:,}", f"{many / checked:.0f}", f"{many / committed:.0f}", f"{checked + committed:.1f}", f"{found['mb']:+.0f}"]
                + [f"{quiet:.1f} / {meanwhile:.1f}" for quiet, meanwhile in zip(found["quiet"], found["meanwhile"])]
                + [f"{found['write']:.0f}", f"{found['still_s']:.1f}"]
            )
        export, cancel = found["export"], found["cancel"]
        more.append(
            f"- {name}: {export['clients']:,} clients are exported in {export['s']:.1f} s, the first byte after {export['first_ms']:.0f} ms, memory "
            f"{export['mb']:+.0f} MB. An import of {found['rows']:,} that is at work is stopped after {cancel['ms']:.0f} ms, and makes "
            f"{cancel['after']} clients afterwards."
        )
    head = ["database", "rows", "checked, per s", "committed, per s", "both, s", "memory, MB", "one, ms", "list, ms", "write, ms", "still, s"]
    return ["## Lists of clients in and out\n", words, table(head, rows) + "\n", "\n".join(more) + "\n"]
