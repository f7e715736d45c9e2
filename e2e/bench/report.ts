import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { resolve } from "node:path";
import type { Marks } from "./lighthouse.ts";

/** What was measured on a page. Times are in ms. */
export type Row = { name: string; bytes: number; plain: number; slowed: number; marks: Record<"phone" | "desktop", Marks> };

const root = resolve(import.meta.dirname, "../..");
const run = (command: string, ...options: string[]) => execFileSync(command, options, { cwd: root, encoding: "utf8" }).trim();

function machine(): string {
  const model = /model name\s*: (.*)/.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? process.arch;
  return `${cpus().length} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, commit ${run("git", "rev-parse", "--short", "HEAD")}`;
}

const inTable = (cells: string[]) => `| ${cells.join(" | ")} |`;
const marks = (of: Marks) => [of.performance, of.accessibility, of["best-practices"], of.seo].join(" / ");

/** Writes docs/benchmarks-browser.md. */
export function write(rows: Row[], runs: number): void {
  const lines = rows.map((row) =>
    inTable([row.name, `${Math.round(row.bytes / 1000)} kB`, `${Math.round(row.plain)} ms`, `${Math.round(row.slowed)} ms`, marks(row.marks.desktop), marks(row.marks.phone)]));
  const text = `# The browser application in figures

Written by \`./just bench-browser\`: release build of the browser application, the tests' server, Chromium on the same machine.
${machine()}.

${inTable(["page", "loaded", "interactive", "at a quarter of the speed", "Lighthouse, desktop", "Lighthouse, phone"])}
${inTable(["---", "---:", "---:", "---:", "---", "---"])}
${lines.join("\n")}

- *Loaded* are the bodies of all files with an empty cache until the network is quiet, as sent with brotli: page, script, style,
  WebAssembly, and what is fetched ahead for the pages that come next. Answers of the API are not in it. \`./just web-size\` lists
  the files that a page itself needs, and fails when the first page of an invitation exceeds 300 kB.
- *Interactive* is the time from the start of the navigation until the page's heading has been drawn and the main thread takes
  the next event: a frame after the heading is in the document, and a task after that frame. Empty cache, loopback, median of
  ${runs} loads. *At a quarter of the speed* is the same with Chromium's processor slowed down fourfold.
- *Lighthouse* ${JSON.parse(readFileSync(resolve(import.meta.dirname, "package.json"), "utf8")).devDependencies.lighthouse}: performance / accessibility / best practices / SEO, of 100. Its "desktop" is a
  computer on a 10 Mbit/s line; its "phone" has a quarter of the speed on a 1.6 Mbit/s line with 150 ms of delay.
`;
  writeFileSync(resolve(root, "docs/benchmarks-browser.md"), text);
}
