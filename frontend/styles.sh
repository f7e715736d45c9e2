#!/usr/bin/env bash
# Trunk calls this before a build: writes the style sheet from the classes that the sources use.
set -euo pipefail
cd "$(dirname "$0")"
# Unchanged text keeps its time, so that `trunk watch` does not see its own work as a change.
node_modules/.bin/tailwindcss --minify --input tailwind.css --output node_modules/.cache/gangway.new.css 2>/dev/null
cmp --silent node_modules/.cache/gangway.new.css node_modules/.cache/gangway.css ||
    cp node_modules/.cache/gangway.new.css node_modules/.cache/gangway.css
