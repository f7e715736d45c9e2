#!/usr/bin/env bash
# Builds the widget's script into frontend/widget/dist, unless it is newer than its sources.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

cd "$root/frontend/widget"
newer=$(find src package-lock.json package.json -newer dist/v1.js -print -quit 2>/dev/null || printf 'all')
if [[ ! -f dist/v1.js || ! -f dist/v1-panel.js || -n $newer ]]; then
    "$root/scripts/install.sh" node widget_packages
    npm run --silent build -- --log-level=warning
    touch dist/v1.js
    say "The widget's scripts are built: $(wc -c <dist/v1.js) bytes, and $(wc -c <dist/v1-panel.js) when opened"
fi
