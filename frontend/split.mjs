#!/usr/bin/env node
// Trunk calls this after a build: divides the WebAssembly into the parts of src/parts.rs, so that a
// browser loads a part when somebody first needs it. docs/adr/0016 says why.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { CARGO_TARGET_DIR: target, TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staging } = process.env;
const release = profile === "release";
const work = join(target, "split");
const name = "gangway";

function run(command, ...options) {
  execFileSync(command, options, { stdio: ["ignore", "ignore", "inherit"] });
}

/** Divides what cargo built; wasm-bindgen then sees the first part only. */
function split() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, "bound"), { recursive: true });
  const built = join(target, "wasm32-unknown-unknown", release ? "wasm-release" : "debug", "gangway_frontend.wasm");
  run("wasm-split-cli", built, work, "--target", "web", "--out-name", name);
  // The parts use the main file's table of functions: it must stay among the exports.
  const options = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", name];
  run("wasm-bindgen", join(work, `${name}.wasm`), ...options, "--out-dir", join(work, "bound"));
  rmSync(join(work, `${name}.wasm`));
}

/** What the browser gets, by the names that the files call each other. */
function pieces() {
  const folders = [join(work, "bound"), work];
  const found = folders.flatMap((folder) =>
    readdirSync(folder).filter((file) => /\.(js|wasm)$/.test(file)).map((file) => [file, join(folder, file)]));
  return new Map(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function shrink(path) {
  const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
  run("wasm-opt", "-Oz", ...features.map((feature) => `--enable-${feature}`), path, "-o", path);
}

/** One hash for all: the parts fit only each other. */
function hashed(files) {
  const hash = createHash("sha256");
  for (const path of files.values()) hash.update(readFileSync(path));
  const short = hash.digest("hex").slice(0, 16);
  const newName = (file) => {
    const [stem, kind] = file.split(".");
    const what = stem.replace(new RegExp(`^(${name}(_bg)?|__wasm_|split_)`), "").replace("chunk_", "shared-");
    return `${[name, what, short].filter((part) => part !== "").join("-")}.${kind}`;
  };
  return new Map([...files.keys()].map((file) => [file, newName(file)]));
}

/** Where a script loads another file, by its new name. What it calls the WebAssembly's imports stays. */
function renamed(script, names) {
  return script.replaceAll(/((?:from |new URL\()["'])(?:\.\/)?([\w.]+)(?=["'])/g, (_, before, file) => `${before}./${names.get(file)}`);
}

/** The files of each part, as the loader lists them. */
function filesOfParts(loader) {
  const file = (code) => /new URL\("\.\/(.+?)"/.exec(code)?.[1];
  const chunks = [...loader.matchAll(/const (__chunk_\d+) = makeLoad\(([\s\S]*?), \[\]\);/g)];
  const shared = new Map(chunks.map(([, chunk, code]) => [chunk, file(code)]));
  const parts = [...loader.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[([^\]]*)\]\)\);/g)];
  if (parts.length === 0) throw new Error("The loader that wasm-split-cli wrote names no parts.");
  const all = (code, needs) => [...needs.split(", ").map((chunk) => shared.get(chunk)), file(code)];
  return parts.map(([, part, code, needs]) => [part, all(code, needs).filter((name) => name !== undefined)]);
}

split();
const files = pieces();
if (release) for (const path of files.values()) if (path.endsWith(".wasm")) shrink(path);
const names = hashed(files);
for (const [file, path] of files) {
  const content = file.endsWith(".js") ? renamed(readFileSync(path, "utf8"), names) : readFileSync(path);
  writeFileSync(join(staging, names.get(file)), content);
}

const page = join(staging, "index.html");
const loader = readFileSync(join(staging, names.get("__wasm_split.js")), "utf8");
const hint = ([part, of]) => `<meta name="part" data-part="${part}" content="${of.map((file) => `/${file}`).join(" ")}">`;
const hints = filesOfParts(loader).map(hint);
const links = [`<link rel="modulepreload" href="/${names.get("__wasm_split.js")}" crossorigin="anonymous">`];
const whole = /gangway_frontend-[0-9a-f]+(_bg)?\.(js|wasm)/g;
const html = readFileSync(page, "utf8")
  .replaceAll(whole, (_, _bg, kind) => names.get(kind === "js" ? `${name}.js` : `${name}_bg.wasm`))
  .replace("</head>", `${[...links, ...hints].join("")}</head>`);
writeFileSync(page, html);
for (const file of readdirSync(staging)) if (file.startsWith("gangway_frontend-")) rmSync(join(staging, file));
