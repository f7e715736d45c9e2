import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium as browser, expect, test } from "@playwright/test";
import { fromNewAddress } from "../support/addresses.ts";
import { inviteClient, makePartner } from "../support/api.ts";
import { filesLoadedBy, isRelease } from "../support/built.ts";
import { chromium } from "../support/chromium.ts";
import { makeClient, newPerson, signInAt } from "../support/people.ts";
import { type Marks, lighthouseOf } from "./lighthouse.ts";
import { type Row, write } from "./report.ts";
import { timeToInteractive } from "./time_to_interactive.ts";

const RUNS = 5;
const PORT = 9333;

/** A page to measure: who looks at it, and its first heading. */
type Page = { name: string; path: string; heading: string | RegExp; person?: Awaited<ReturnType<typeof newPerson>> };

async function pages(): Promise<Page[]> {
  const partner = await makePartner();
  const { link } = await inviteClient(partner, newPerson().email);
  const client = await makeClient(partner);
  const { pathname, hash } = new URL(link);
  return [
    { name: "Sign-in", path: "/sign-in", heading: "Sign in" },
    { name: "First page of an invitation", path: pathname + hash, heading: "Credentials" },
    { name: "A step of the set-up", path: "/setup/company_info", heading: "Company Info", person: client.administrator },
    { name: "Home of a partner's people", path: "/", heading: /^Hello, /, person: partner.owner },
  ];
}

/** A browser of its own for a page, signed in where the page asks for it. */
async function inBrowser<T>(page: Page, use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "gangway-bench-"));
  const options = chromium();
  const context = await browser.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${PORT}`],
    baseURL: process.env.GANGWAY_URL ?? "",
    extraHTTPHeaders: fromNewAddress(),
  });
  try {
    if (page.person !== undefined) {
      const tab = await context.newPage();
      await signInAt(tab, page.person, page.path === "/" ? page.heading : /./);
      await tab.close();
    }
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** What the page loads into an empty cache. */
async function bytesOf(page: Page, context: BrowserContext): Promise<number> {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const loaded = filesLoadedBy(tab);
  await tab.goto(page.path);
  await expect(tab.locator("main h1")).toHaveText(page.heading);
  await tab.waitForLoadState("networkidle");
  const bytes = await loaded.bytes();
  await tab.close();
  return bytes;
}

test("figures of the browser application", async () => {
  test.setTimeout(600_000);
  expect(isRelease(), "build the browser application small: ./just web").toBe(true);
  const rows: Row[] = [];
  for (const page of await pages()) {
    const row = await inBrowser(page, async (context) => {
      const bytes = await bytesOf(page, context);
      const plain = await timeToInteractive(context, page.path, page.heading, 1, RUNS);
      const slowed = await timeToInteractive(context, page.path, page.heading, 4, RUNS);
      const marks: Record<"phone" | "desktop", Marks> = {
        phone: await lighthouseOf(page.path, PORT, "phone"),
        desktop: await lighthouseOf(page.path, PORT, "desktop"),
      };
      return { name: page.name, bytes, plain, slowed, marks };
    });
    rows.push(row);
  }
  write(rows, RUNS);
  for (const { name, marks } of rows) {
    for (const mark of Object.values(marks.desktop)) expect.soft(mark, `${name}: ${JSON.stringify(marks.desktop)}`).toBeGreaterThanOrEqual(95);
  }
});
