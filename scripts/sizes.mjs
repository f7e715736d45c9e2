// How long files and functions of our Rust code are: the middle one, the longest of nine in ten, the longest.
// Read a figure well over the usual as a sign, not a rule.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const usual = { "lines per file": [100, 250], "lines per function": [10, 40] };
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.rs"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((name) => name !== "");

/** Lines of each function with a body; goes by rustfmt's indentation. */
function functions(lines) {
  const lengths = [];
  lines.forEach((line, start) => {
    const head = /^(\s*)(?:pub(?:\([^)]*\))? )?(?:default |const |async |unsafe |extern "[^"]*" )*fn (\w+)/.exec(line);
    if (head === null) return;
    const [, indent, name] = head;
    for (let end = start; end < lines.length; end++) {
      if (lines[end].startsWith(`${indent}}`) || (end === start && line.endsWith("}"))) {
        lengths.push({ length: end - start + 1, name });
        return;
      }
      if (lines[end].endsWith(";") && lines[end].startsWith(indent) && /^\s*\S/.test(lines[end].slice(indent.length)) && !lines.slice(start, end + 1).some((text) => text.endsWith("{"))) return;
    }
  });
  return lengths;
}

const is_test = (name) => /(^|\/)tests?(\/|\.rs$|_)/.test(name);
const measured = { code: { files: [], functions: [], comments: 0, lines: 0 }, tests: { files: [], functions: [], comments: 0, lines: 0 } };
for (const name of files) {
  const whole = readFileSync(name, "utf8").split("\n");
  const tests_at = whole.findIndex((line) => line === "#[cfg(test)]");
  const parts = is_test(name) ? [["tests", whole]] : tests_at < 0 ? [["code", whole]] : [["code", whole.slice(0, tests_at)], ["tests", whole.slice(tests_at)]];
  for (const [kind, lines] of parts) {
    const sum = measured[kind];
    if (kind === "code" || is_test(name)) sum.files.push({ length: lines.length, name });
    sum.functions.push(...functions(lines).map((one) => ({ ...one, name: `${name} ${one.name}` })));
    sum.lines += lines.length;
    sum.comments += lines.filter((line) => /^\s*\/\/[/!]/.test(line)).length;
  }
}

function tell(what, list) {
  const sorted = [...list].sort((a, b) => a.length - b.length);
  if (sorted.length === 0) return;
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].length;
  const [middle, most] = usual[what];
  console.log(`  ${what}: middle ${at(0.5)} (usual up to ${middle}), nine of ten up to ${at(0.9)} (usual ${most}), of ${sorted.length}`);
  for (const one of sorted.slice(-3).reverse()) console.log(`    ${String(one.length).padStart(5)}  ${one.name}`);
}

for (const [kind, sum] of Object.entries(measured)) {
  console.log(`${kind}: ${sum.lines} lines, ${((100 * sum.comments) / Math.max(1, sum.lines)).toFixed(0)} % doc comments`);
  tell("lines per file", sum.files);
  tell("lines per function", sum.functions);
}
