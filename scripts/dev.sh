#!/usr/bin/env bash
# Rebuilds the browser application and restarts the server as files change. Reload the page to see it.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM

# The time of the newest file is enough to see a change.
newest() { find "$@" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -printf '%T@\n' | sort -n | tail -n 1; }

cd "$root"
web_seen='' server_seen=''
while true; do
    web=$(newest frontend crates/domain crates/api_client)
    if [[ $web != "$web_seen" ]]; then
        web_seen=$web
        scripts/web.sh dev || say "The browser application does not build yet; waiting for a change."
    fi
    code=$(newest crates migrations Cargo.toml Cargo.lock)
    if [[ $code != "$server_seen" ]]; then
        server_seen=$code
        [[ -z $server ]] || { kill "$server" 2>/dev/null && wait "$server"; } || true
        scripts/up.sh &
        server=$!
    fi
    sleep 1
done
