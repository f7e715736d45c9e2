#!/usr/bin/env bash
# postgres.sh [--durable] COMMAND...: runs the command with GANGWAY_TEST_POSTGRES pointing to a PostgreSQL
# of its own, which is gone afterwards. Nothing in it is kept, so it never waits for the disk, unless it
# is to be as durable as in production.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

speed=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
if [[ $1 == --durable ]]; then
    speed=()
    shift
fi
bin=$(dirname "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
folder=$(mktemp -d)
as_owner=()
# PostgreSQL refuses to run as root.
if [[ $(id -u) == 0 ]]; then
    owner=nobody
    ! id postgres >/dev/null 2>&1 || owner=postgres
    chown "$owner" "$folder"
    as_owner=(runuser -u "$owner" --)
fi
as_owner() { (cd / && "${as_owner[@]}" "$@"); }

stop() {
    as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

free_port() {
    local port
    while port=$((20000 + RANDOM % 20000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    printf '%s' "$port"
}

port=$(free_port)
as_owner "$bin/initdb" -D "$folder/data" --username operator --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
# Who is above all rules sees all rows: Gangway is not to be one of those.
as_owner "$bin/postgres" --single -D "$folder/data" postgres <<<'create role gangway login createdb' >/dev/null 2>&1
as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 \
    ${speed[*]}" >/dev/null ||
    { cat "$folder/log" >&2; fail "PostgreSQL did not start"; }

say "PostgreSQL is there, on port $port, as long as this runs"
GANGWAY_TEST_POSTGRES=postgres://gangway@127.0.0.1:$port/postgres "$@"
