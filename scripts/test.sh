#!/usr/bin/env bash
# Runs every check, one after another, and says how long each took. A failed part stops the run.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

parts=(lint-fmt deny audit secrets directions lint-server test-rust test-postgres lint-browser test-browser test-widget e2e schemathesis test-up)
took=()
for part in "${parts[@]}"; do
    started=$SECONDS
    printf '\n== %s\n' "$part"
    "$root/just" "$part" || fail "$part failed after $((SECONDS - started)) s. Run it alone by ./just $part"
    took+=("$(printf '%5d s  %s' $((SECONDS - started)) "$part")")
done
printf '\nAll parts passed:\n'
printf '%s\n' "${took[@]}" "$(printf '%5d s  together' "$SECONDS")"
