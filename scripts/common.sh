# shellcheck shell=bash
# Sourced by every script: where things are, and how the scripts speak.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=${GANGWAY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/gangway/tools}
# shellcheck disable=SC2034 # for those who source this
target=$(realpath -ms "${CARGO_TARGET_DIR:-$root/target}")
export PATH="$tools/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# A Python with what requirements.txt names.
export GANGWAY_TEST_PYTHON=${GANGWAY_TEST_PYTHON:-$tools/python/bin/python}

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# quietly LABEL COMMAND...: runs the command with its output in a log, tells every 15 seconds
# how far it is, and if it fails shows the log from its first error on, or its end.
quietly() {
    local label=$1 log started=$SECONDS pid ticks=0
    shift
    mkdir -p "$tools/logs"
    log=$tools/logs/${label//[^a-zA-Z0-9]/-}.log
    say "$label"
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    # What runs in the background does not hear Ctrl C by itself.
    trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        ticks=$((ticks + 1))
        if ((ticks % 75 == 0)); then
            say "  $((SECONDS - started)) s: $(tail -n 1 "$log" | tr -d '\r' | cut -c 1-80)"
        fi
    done
    if ! wait "$pid"; then
        if grep -q '^error' "$log"; then
            sed -n '/^error/,$p' "$log" | head -n 200 >&2
        else
            tail -n 30 "$log" >&2
        fi
        fail "That did not work: $label. The whole log is in $log"
    fi
    trap - INT TERM
    say "  done in $((SECONDS - started)) s"
}
