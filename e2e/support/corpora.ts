import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const shared = process.env.GANGWAY_SHARED ?? resolve(import.meta.dirname, "../../../shared");

/** A file of the inputs that a product must withstand, kept beside the project; undefined where it is not there. */
export function corpus(path: string): unknown {
  const file = resolve(shared, "corpora", path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Every naughty text. */
export function naughtyTexts(): string[] | undefined {
  const naughty = corpus("strings/naughty.json") as string[] | undefined;
  const own = corpus("strings/text_cases.json") as { text: string }[] | undefined;
  if (naughty === undefined || own === undefined) return undefined;
  return [...naughty, ...own.map(({ text }) => text)];
}
