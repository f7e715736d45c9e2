#!/usr/bin/env bash
# web.sh release|dev: builds the browser application into frontend/dist, unless it is there already.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

mode=$1
dist=$root/frontend/dist
stamp=$root/frontend/node_modules/.cache/built
# A build folder of its own, so that it never waits for a build of the server.
export CARGO_TARGET_DIR=$target/web

inputs() {
    cd "$root"
    find frontend crates/domain crates/api_client Cargo.toml Cargo.lock rust-toolchain.toml scripts/web.sh scripts/compress.mjs \
        \( -name node_modules -o -name dist -o -name tests -o -path frontend/widget \) -prune -o -type f -print0 |
        sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64
}

now=$(inputs)
if [[ -f $dist/index.html ]]; then
    read -r built_mode built <"$stamp" 2>/dev/null || true
    if [[ ${built-} == "$now" && ($mode == dev || $built_mode == release) ]]; then
        exit 0
    fi
fi

"$root/scripts/install.sh" wasm_target trunk wasm_bindgen wasm_split node frontend_packages
export PATH="$root/frontend/node_modules/.bin:$PATH"
arguments=(build --locked true --config "$root/frontend/Trunk.toml" --log warn)
if [[ $mode == release ]]; then
    label="Building the browser application, small"
    arguments+=(--release)
else
    label="Building the browser application"
    # Small enough to load at once, quick enough to wait for.
    export CARGO_PROFILE_DEV_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=debuginfo
fi
rm -f "$stamp"
cd "$root/frontend"
# Some shells set NO_COLOR=1, which trunk takes for its own option and refuses.
quietly "$label" env -u NO_COLOR -u RUST_BACKTRACE trunk "${arguments[@]}"
node "$root/scripts/compress.mjs" "$dist" "$mode"
say "$mode $now" >"$stamp"
say "  $(du -ch "$dist"/*.wasm | tail -n 1 | cut -f 1) of WebAssembly, $(du -ch "$dist"/*.wasm.br | tail -n 1 | cut -f 1) over the wire"
