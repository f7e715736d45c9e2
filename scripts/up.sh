#!/usr/bin/env bash
# Builds what is not built yet, brings the database up to date and starts Gangway to try it out:
# with simulated providers, a mailbox and a demo partner. Everything it stores is in .gangway/.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

started=$SECONDS
"$root/scripts/install.sh" rust
"$root/scripts/web.sh" dev
"$root/scripts/widget.sh"

cd "$root"
export CARGO_TARGET_DIR=$target
quietly "Building the server" cargo build --locked --bin gangway

mkdir -p .gangway
export GANGWAY_SANDBOX=${GANGWAY_SANDBOX:-on}
export GANGWAY_SIGN_UP=${GANGWAY_SIGN_UP:-open}
export GANGWAY_LOG=${GANGWAY_LOG:-warn}
export GANGWAY_LOG_FORMAT=${GANGWAY_LOG_FORMAT:-text}
export GANGWAY_DATA_DIR=${GANGWAY_DATA_DIR:-$root/.gangway}
gangway=$target/debug/gangway
"$gangway" migrate
say "Ready to start after $((SECONDS - started)) s. Ctrl C stops it; ./just clean-data forgets everything."
exec "$gangway" serve --demo "$@"
