#!/usr/bin/env bash
# Looks Cargo.lock up in a copy of the RustSec advisory database: GANGWAY_ADVISORY_DB, else ../shared/advisory-db.
# Any advisory fails, unless .cargo/audit.toml excepts it with a date and a reason.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

advisories=${GANGWAY_ADVISORY_DB:-$root/../shared/advisory-db}
if [[ ! -d $advisories/crates ]]; then
    say "skipped: no copy of the advisory database in $advisories; GANGWAY_ADVISORY_DB names another folder"
    exit 0
fi
cd "$root"

# The database is a copy and may be old; what is withdrawn from the registry is not in it.
audit() {
    cargo audit --quiet --deny warnings --no-fetch --stale --db "$advisories" --file "$1"
}

if found=$(audit scripts/audit/known_bad.lock 2>&1); then
    fail "The audit passed a crate that is known to be bad"
fi
[[ $found == *RUSTSEC-2019-0009* ]] || fail "The audit does not work: $found"
audit Cargo.lock
