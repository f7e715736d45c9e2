"""Measures Gangway beside the floor (crates/floor), on SQLite and on PostgreSQL, and writes docs/benchmarks.md.

bench GANGWAY FLOOR [--short] [PART...]; GANGWAY_TEST_POSTGRES names a PostgreSQL server. With parts named, only those are measured, and
the page keeps what it says of the others.
"""

import os
import resource
import sys

import report
from compare import compare
from databases import Postgres, Sqlite
from flood import flood
from growth import growth, large
from imports import imports
from settings import ROOT, say
from texting import texting

PAGE = ROOT / "docs" / "benchmarks.md"
PARTS = {
    "compare": (compare, report.of_compare),
    "flood": (flood, report.of_flood),
    "texting": (texting, report.of_texting),
    "import": (imports, report.of_imports),
    "growth": (growth, report.of_growth),
    "large": (large, report.of_large),
}


def main():
    # A flood comes from more connections than a process may have by default.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    kinds = [Sqlite, Postgres] if os.environ.get("GANGWAY_TEST_POSTGRES") else [Sqlite]
    for name in [name for name in sys.argv[3:] if not name.startswith("--")] or PARTS:
        measure, told = PARTS[name]
        found = {kind.name: measure(kind) for kind in kinds}
        # After each part, so that a run that is broken off has told something.
        PAGE.write_text(report.page(PAGE.read_text(), name, told(found)))
    say(PAGE.read_text())


main()
