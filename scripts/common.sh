# shellcheck shell=bash
# Sourced by every script: where things are, and how the scripts speak.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=${GANGWAY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/gangway/tools}
target=$(realpath -ms "${CARGO_TARGET_DIR:-$root/target}")
export PATH="$tools/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# quietly LABEL COMMAND...: runs the command with its output in a log, tells every 15 seconds
# how far it is, and shows the end of the log if it fails.
quietly() {
    local label=$1 log started=$SECONDS pid ticks=0
    shift
    mkdir -p "$tools/logs"
    log=$tools/logs/${label//[^a-zA-Z0-9]/-}.log
    say "$label"
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        ticks=$((ticks + 1))
        if ((ticks % 75 == 0)); then
            say "  $((SECONDS - started)) s: $(tail -n 1 "$log" | tr -d '\r' | cut -c 1-80)"
        fi
    done
    if ! wait "$pid"; then
        tail -n 30 "$log" >&2
        fail "That did not work: $label. The whole log is in $log"
    fi
    say "  done in $((SECONDS - started)) s"
}
