"""Measures Gangway beside the floor (crates/floor), on SQLite and on PostgreSQL, and writes docs/benchmarks.md.

bench GANGWAY FLOOR [--short] [PART...]; GANGWAY_TEST_POSTGRES names a PostgreSQL server. With parts named, only those are measured, and
what was found is printed instead.
"""

import os
import resource
import sys

from compare import compare
from databases import Postgres, Sqlite
from growth import growth, large
from report import written
from settings import ROOT, say
from texting import texting

PARTS = {"compare": compare, "texting": texting, "growth": growth, "large": large}


def main():
    # Overload comes from more connections than a process may have by default.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    kinds = [Sqlite, Postgres] if os.environ.get("GANGWAY_TEST_POSTGRES") else [Sqlite]
    wanted = [name for name in sys.argv[3:] if not name.startswith("--")]
    found = {name: {} for name in PARTS}
    for name in wanted or PARTS:
        for kind in kinds:
            found[name][kind.name] = PARTS[name](kind)
            if wanted:
                say(f"  {found[name][kind.name]}")
                continue
            # After each part, so that a run that is broken off has told something.
            page = written(found["compare"], found["texting"], found["growth"], found["large"])
            (ROOT / "docs" / "benchmarks.md").write_text(page)
    if not wanted:
        say(page)


main()
