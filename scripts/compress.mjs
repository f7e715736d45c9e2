// compress.mjs FOLDER release|dev: puts a .br and a .gz beside each file worth it, for the server to send.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder, mode] = process.argv.slice(2);
const quality = mode === "release" ? 11 : 4;
const worthIt = /\.(css|html|js|json|svg|txt|wasm)$/;

for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, name);
  if (!worthIt.test(name) || statSync(path).size < 512) continue;
  const content = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: mode === "release" ? 9 : 6 }));
}
