# What one can do here. `./just` alone lists it; ./just installs what a recipe needs.

set shell := ["bash", "-euo", "pipefail", "-c"]
set positional-arguments

# How cargo builds what is tested
for_tests := "--config .config/tests.toml"

_list:
    @just --list --unsorted

# Build everything, start Gangway with simulated providers and a demo partner
up *arguments:
    @scripts/up.sh "$@"

# Everything that must pass, with the time of each part
test:
    @scripts/test.sh

# Work on it: rebuild browser application and server as files change
dev:
    @scripts/dev.sh

# Format everything
fmt:
    @scripts/install.sh rust
    cargo fmt --all

# Style, lints, direction of dependencies, licences
lint: lint-fmt lint-server lint-browser directions deny

# Is everything formatted?
lint-fmt:
    @scripts/install.sh rust
    cargo fmt --all --check

# Lints of the server's crates
lint-server:
    @scripts/install.sh rust
    @mkdir -p frontend/dist frontend/widget/dist
    cargo clippy --locked --all-targets --features gangway/failpoints -- -D unused

# Lints of the browser application
lint-browser:
    @scripts/install.sh wasm_target
    CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target}/web" cargo clippy --locked --package gangway_frontend --target wasm32-unknown-unknown -- -D unused

# Crates depend on each other only in the directions of ARCHITECTURE.md
directions:
    @scripts/install.sh rust
    @scripts/directions.sh

# Licences, sources and banned crates (deny.toml)
deny:
    @scripts/install.sh rust deny
    cargo deny --locked --log-level error --workspace --all-features check bans licenses sources

# Known holes in crates, by a copy of the RustSec advisory database; exceptions in .cargo/audit.toml
audit:
    @scripts/install.sh rust audit
    @scripts/audit.sh

# Nothing that looks like a secret is checked in; `./just secrets --accept` after a look at what was found
secrets *arguments:
    @scripts/install.sh python_tests
    @"$GANGWAY_TEST_PYTHON" scripts/secrets.py "$@"

# What a release is made of, as CycloneDX: target/release/gangway.cdx.json
sbom:
    @scripts/install.sh rust python_tests
    @"$GANGWAY_TEST_PYTHON" scripts/sbom.py "${CARGO_TARGET_DIR:-target}/release/gangway.cdx.json"

# Tests of the browser application's own rules, without a browser
test-browser:
    @scripts/install.sh rust nextest
    cargo nextest run --locked --package gangway_frontend --cargo-quiet --status-level none

# Rust tests, on SQLite; arguments go to cargo nextest
test-rust *arguments:
    @scripts/install.sh rust nextest python_tests strace
    @mkdir -p frontend/dist frontend/widget/dist
    cargo nextest run --locked {{for_tests}} --features gangway/failpoints "$@"

# The server's tests once more, on a PostgreSQL that lives as long as they do
test-postgres *arguments:
    @scripts/install.sh rust nextest postgres python_tests strace
    @mkdir -p frontend/dist frontend/widget/dist
    scripts/postgres.sh cargo nextest run --locked {{for_tests}} --features gangway/failpoints -E 'package(gangway) & kind(test)' "$@"

# Everything fails in turn, for ten minutes on each database; the short form is among the tests
torture:
    @scripts/install.sh rust nextest postgres strace
    @mkdir -p frontend/dist frontend/widget/dist
    GANGWAY_TORTURE=on cargo nextest run --locked {{for_tests}} --profile torture --features gangway/failpoints -E 'test(jq_20) | test(db_04)'
    GANGWAY_TORTURE=on scripts/postgres.sh cargo nextest run --locked {{for_tests}} --profile torture --features gangway/failpoints -E 'test(jq_20)'

# `./just up` as a newcomer runs it, twice
test-up:
    @scripts/install.sh rust python_tests
    @"$GANGWAY_TEST_PYTHON" scripts/test_up.py

# Journeys in a real browser; arguments go to Playwright
e2e *arguments: web-dev widget _server-for-tests
    @scripts/install.sh node e2e_packages chromium
    @mkdir -p e2e/shots
    cd e2e && npx tsc --noEmit && npx playwright test --project=desktop "$@"

# Requests made up from openapi.yaml against a running server
schemathesis: _server-for-tests
    @scripts/install.sh node e2e_packages python_tests
    cd e2e && npx playwright test --project=contract

# Many more made-up requests, from a seed of their own that is printed; about ten minutes
fuzz-api: _server-for-tests
    @scripts/install.sh node e2e_packages python_tests
    cd e2e && SCHEMATHESIS_EXAMPLES=100 SCHEMATHESIS_SEED="${SCHEMATHESIS_SEED:-$RANDOM}" npx playwright test --project=contract

# The same build as for the Rust tests, so that nothing is compiled twice
_server-for-tests:
    @scripts/install.sh rust
    @mkdir -p frontend/dist frontend/widget/dist
    @cargo build --locked {{for_tests}} --quiet --bins --tests --features gangway/failpoints

# Browser application, small, in frontend/dist
web:
    @scripts/web.sh release

# Browser application, small, and whether the first page of an invitation still is
web-size: web
    @node scripts/web_size.mjs

# Browser application, quickly built
web-dev:
    @scripts/web.sh dev

# Write openapi.yaml and docs/roles.md from the handlers
openapi:
    @scripts/install.sh rust
    @mkdir -p frontend/dist frontend/widget/dist
    @cargo run --locked --quiet --bin gangway -- openapi --out openapi.yaml
    @cargo run --locked --quiet --bin gangway -- openapi --roles --out docs/roles.md

# Bring the database to the newest schema
migrate:
    @scripts/install.sh rust
    @mkdir -p frontend/dist frontend/widget/dist
    cargo run --locked --quiet --bin gangway -- migrate

# The script that companies place on their web sites
widget:
    @scripts/widget.sh

# Types and tests of that script
test-widget:
    @scripts/install.sh node widget_packages
    cd frontend/widget && npm run --silent check && npm test --silent

# One binary with the browser application inside, target/release/gangway, and the list of what is in it
release: web-size widget sbom
    @scripts/install.sh rust
    cargo build --locked --release --bin gangway

# Measure Gangway beside the floor, on both databases; writes docs/benchmarks.md. --short takes less time
bench *arguments: release
    @scripts/install.sh wrk postgres
    cargo build --locked --release --package gangway_floor
    scripts/postgres.sh --durable python3 scripts/bench "${CARGO_TARGET_DIR:-target}/release/gangway" "${CARGO_TARGET_DIR:-target}/release/gangway_floor" "$@"

# Measure the browser application in Chromium; writes docs/benchmarks-browser.md
bench-browser: web-size widget _server-for-tests
    @scripts/install.sh node e2e_packages bench_packages chromium
    cd e2e && npx playwright test --project=bench

# How long files and functions are
sizes:
    @scripts/install.sh node
    @node scripts/sizes.mjs

# Remove what `up` stored: database, mails, demo partner
clean-data:
    rm -rf .gangway
