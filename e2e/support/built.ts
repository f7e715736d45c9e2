import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const stamp = resolve(import.meta.dirname, "../../frontend/node_modules/.cache/built");

/** Whether the browser application under test was built small, as it is released. */
export function isRelease(): boolean {
  return process.env.GANGWAY_WEB === "release" || readFileSync(stamp, "utf8").startsWith("release");
}

/** The files of the application that a page loads from now on, and what they weigh as sent. */
export function filesLoadedBy(page: Page): { names: string[]; parts: () => string[]; bytes: () => Promise<number> } {
  const names: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (!request.url().startsWith(origin) || /^\/(api|public)\//.test(pathname)) return;
    names.push(pathname);
    sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  return {
    names,
    parts: () => [...new Set(names.flatMap((name) => /gangway-(client|staff|account)-/.exec(name)?.[1] ?? []))],
    bytes: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
  };
}
