// web_size.mjs: what a browser loads for the first page of an invitation, as sent with brotli.
// Fails when that is too much. Run it after a release build of the browser application.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const MOST = 300_000;
const dist = join(import.meta.dirname, "../frontend/dist");
const html = readFileSync(join(dist, "index.html"), "utf8");

/** What the page names, except what it names for later. */
function filesOfFirstPage() {
  const tags = html.match(/<(?:link|script)[^>]*>/g) ?? [];
  const named = tags.map((tag) => /(?:href|src)="\/([^"]+)"/.exec(tag)?.[1]).filter(Boolean);
  return ["index.html", ...named];
}

/** Small files are sent as they are. */
function sent(file) {
  const path = join(dist, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

function filesOfPart(tag) {
  const [, part, files] = /data-part="(\w+)" content="([^"]*)"/.exec(tag);
  return [part, files.split(" ").map((file) => file.slice(1))];
}

const print = (size, name) => console.log(`${size.toLocaleString("en").padStart(9)}  ${name}`);
const sum = (files) => files.reduce((all, file) => all + sent(file), 0);

const first = filesOfFirstPage();
for (const file of first) print(sent(file), file);
const total = sum(first);
print(total, `first page of an invitation; at most ${MOST.toLocaleString("en")}`);
for (const tag of html.match(/<meta name="part"[^>]*>/g) ?? []) {
  const [part, files] = filesOfPart(tag);
  print(sum(files), `more for the part "${part}", in ${files.length} files`);
}
if (total > MOST) {
  console.error("The first page of an invitation became too large.");
  process.exit(1);
}
