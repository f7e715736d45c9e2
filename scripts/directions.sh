#!/usr/bin/env bash
# Holds the direction of dependencies between our crates, and what never gets into `domain` and the browser.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"
cd "$root"

wrong=0
# refuse CRATE TREE-ARGUMENTS -- BANNED...: none of the banned crates is in the crate's tree.
refuse() {
    local crate=$1 tree banned
    local -a arguments=()
    shift
    while [[ $1 != -- ]]; do arguments+=("$1"); shift; done
    shift
    tree=$(cargo tree --locked --quiet --package "$crate" --edges normal,build --prefix none --format '{lib}' "${arguments[@]}" | sort -u)
    for banned in "$@"; do
        if grep -qx "$banned" <<<"$tree"; then
            say "$crate must not depend on $banned"
            wrong=1
        fi
    done
}

server=(actix_web sea_orm sqlx tokio rustls lettre gangway gangway_entities gangway_migrations gangway_pictures gangway_sandbox gangway_sheet gangway_twilio)
ours=(gangway gangway_api_client gangway_domain gangway_entities gangway_floor gangway_frontend gangway_migrations gangway_pictures gangway_sandbox gangway_sheet gangway_twilio)
# others NAME...: our crates but these.
others() {
    local crate
    for crate in "${ours[@]}"; do
        [[ " $* " == *" $crate "* ]] || printf '%s\n' "$crate"
    done
}

refuse gangway_domain --all-features -- "${server[@]}" ring leptos reqwest gangway_api_client gangway_frontend
refuse gangway_frontend --target wasm32-unknown-unknown -- "${server[@]}" ring chrono_tz
mapfile -t banned < <(others gangway_api_client gangway_domain)
refuse gangway_api_client -- "${banned[@]}"
mapfile -t banned < <(others gangway_entities gangway_domain)
refuse gangway_entities -- "${banned[@]}"
mapfile -t banned < <(others gangway_twilio)
refuse gangway_twilio -- "${banned[@]}"
mapfile -t banned < <(others gangway_sheet)
refuse gangway_sheet -- "${banned[@]}" actix_web sea_orm sqlx tokio
mapfile -t banned < <(others gangway_pictures)
refuse gangway_pictures -- "${banned[@]}"
mapfile -t banned < <(others gangway_migrations)
refuse gangway_migrations -- "${banned[@]}"
mapfile -t banned < <(others gangway_sandbox gangway_twilio)
refuse gangway_sandbox -- "${banned[@]}"
refuse gangway -- gangway_frontend gangway_api_client leptos

((wrong == 0)) || fail "See ARCHITECTURE.md, which says who may depend on whom."
say "Every crate depends in the allowed direction"
