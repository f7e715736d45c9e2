import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const stamp = resolve(import.meta.dirname, "../../frontend/node_modules/.cache/built");

/** Whether the browser application under test was built small, as it is released. */
export function isRelease(): boolean {
  return process.env.GANGWAY_WEB === "release" || readFileSync(stamp, "utf8").startsWith("release");
}

/** The files of the application that a page loads from now on, and what they weigh as sent. */
export function filesLoadedBy(page: Page): { names: () => string[]; parts: () => string[]; bytes: () => Promise<number> } {
  // By name: what was fetched ahead is told twice.
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (/^\/(api|public)\//.test(pathname) || sizes.has(pathname)) return;
    sizes.set(pathname, answer.headerValue("content-length").then(Number));
  });
  const names = () => [...sizes.keys()];
  return {
    names,
    parts: () => names().flatMap((name) => /gangway-(set_up|client|start|staff|account)-/.exec(name)?.[1] ?? []),
    bytes: async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0),
  };
}
