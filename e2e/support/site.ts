import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Locator, type Page, expect } from "@playwright/test";
import { sandboxUrl } from "./addresses.ts";
import { call } from "./api.ts";
import type { Client } from "./people.ts";

/** The web site of a company under test; nothing is asked of the real one. */
export const SITE = "https://www.companyname.com";

/** The code that a client places on its pages. */
export async function applicationCode(client: Client): Promise<string> {
  const read = await call<{ code: string }>("GET", `/api/v1/clients/${client.id}/application`, 200, { token: client.token });
  return read.code;
}

/** Plays the company's web site: every page of it is this one. */
export async function playSite(page: Page, html: string, headers: Record<string, string> = {}): Promise<void> {
  await page.route(/^https:\/\/(www\.)?companyname\.com\//, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: html }),
  );
}

/** A page of the company's with the code on it. */
export function sitePage(code: string, more = ""): string {
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Harbor Bakery</title>${more}</head>
<body><main><h1>Harbor Bakery</h1><p>Bread, rolls and cakes, fresh every morning.</p></main>${code}</body></html>`;
}

/** The button, the panel it opens, and its form. */
export function widget(page: Page, name: string): { button: Locator; panel: Locator; field: (label: string) => Locator } {
  const panel = page.getByRole("dialog", { name });
  return { button: page.locator("gangway-widget").getByRole("button").last(), panel, field: (label) => panel.getByLabel(label, { exact: true }) };
}

/** Fills in the form of the panel, all but the box. */
export async function writeText(page: Page, name: string, phone: string, message: string): Promise<void> {
  const { field } = widget(page, name);
  await field("Your name").fill("Ann O'Neil");
  await field("Your mobile phone").fill(phone);
  await field("Message").fill(message);
}

type Text = { from: string | null; to: string; body: string; direction: string };

/** Texts that a phone got, oldest first. */
export async function textsTo(phone: string): Promise<Text[]> {
  const all = (await (await fetch(`${sandboxUrl()}/_sandbox/messages`)).json()) as Text[];
  return all.filter(({ to }) => to === phone);
}

/** A customer's phone texts the company. */
export async function textFrom(phone: string, to: string, body: string): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/texts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from: phone, to, body }),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** A phone nobody else has. */
export function newPhone(): string {
  return `+1415555${Math.floor(Math.random() * 10_000).toString().padStart(4, "0")}`;
}

/** A loader as it was given out before. */
export function keptLoader(name: string): string {
  return readFileSync(resolve(import.meta.dirname, `../../frontend/widget/tests/kept/${name}`), "utf8");
}
