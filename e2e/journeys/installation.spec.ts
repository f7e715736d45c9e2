import { once } from "node:events";
import { type Server as Site, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { serverUrl } from "../support/addresses.ts";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { type Client, finishSetUp, makeClient, signInAt } from "../support/people.ts";
import { type Server, startServer } from "../support/server.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

// A company's website of our own: names below .test lead to this machine where the sandbox is on, and
// the settings let its port through.
type Answer = { status?: number; headers?: Record<string, string>; html?: string };
const pages = new Map<string, Answer>();
let site: Site;
let server: Server;
let port: number;
const shared = { GANGWAY_URL: process.env.GANGWAY_URL, GANGWAY_SANDBOX_URL: process.env.GANGWAY_SANDBOX_URL };

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  site = createServer((request, response) => {
    const { status = 200, headers = {}, html = "" } = pages.get(`${request.headers.host}${request.url}`) ?? { status: 404 };
    response.writeHead(status, { "content-type": "text/html", ...headers }).end(html);
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  port = (site.address() as AddressInfo).port;
  server = await startServer(resolve(import.meta.dirname, "../test-results/installation-server.log"), {
    GANGWAY_OUTGOING_ALLOW: `127.0.0.0/8:${port}`,
  });
  Object.assign(process.env, { GANGWAY_URL: server.url, GANGWAY_SANDBOX_URL: server.sandbox });
});
test.afterAll(async () => {
  Object.assign(process.env, shared);
  await server.stop();
  site.close();
});
test.use({ baseURL: async ({}, use) => use(serverUrl()) });

/** A client with a website of this name, signed in at Behaviors & Styles. */
async function atTheCard(page: Page, name: string): Promise<{ client: Client; host: string; code: string }> {
  const host = `${name}.test:${port}`;
  const client = await makeClient(await makePartner(), undefined, `http://${host}`);
  await finishSetUp(client);
  const { code } = await call<{ code: string }>("GET", `/api/v1/clients/${client.id}/application`, 200, { token: client.token });
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Behaviors & Styles" }).click();
  await expect(page.getByRole("heading", { name: "Is it working?" })).toBeVisible();
  return { client, host, code };
}

const html = (code: string) => `<!doctype html><html lang="en"><title>Company</title><h1>Welcome</h1>${code}</html>`;

async function check(page: Page, button = "Check again"): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
}

test("B35: the code is missing, then placed, found, and heard from a visitor's browser", async ({ page, browser }) => {
  const { client, host, code } = await atTheCard(page, "www.bakery");
  await expect(page.getByText("Not checked yet")).toBeVisible();
  await expect(page.getByText("No visitor's browser has loaded it yet.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "installation-not-checked");

  pages.set(`${host}/`, { html: html("<p>Bread</p>") });
  await check(page, "Check now");
  await expect(page.getByText("Not on your website")).toBeVisible();
  await page.getByText("What to do in WordPress").click();
  await expect(page.getByText("Clear the cache: of your cache plugin")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "installation-missing");

  pages.set(`${host}/`, { html: html(code) });
  await check(page);
  await expect(page.getByText("On your website", { exact: true })).toBeVisible();
  await expect(page.getByText("Not on your website")).toHaveCount(0);

  // A visitor comes; the card tells without being asked.
  const visitor = await browser.newContext();
  const other = await visitor.newPage();
  await other.route(`http://${host}/**`, (route) => route.fulfill({ contentType: "text/html", body: html(code) }));
  await other.goto(`http://${host}/`);
  await expect(other.getByRole("button", { name: `Contact ${client.name}` })).toBeVisible();
  await visitor.close();
  await expect(page.getByText(`http://${host} — last`)).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  await shot(page, "installation-found");
});

test("B35: a content policy in the way is told with the directives to add", async ({ page }) => {
  const { host, code } = await atTheCard(page, "www.strict");
  const policy = "default-src 'none'; script-src 'self' https://cdn.companyname.com; style-src 'self'; img-src *";
  pages.set(`${host}/`, { headers: { "content-security-policy": policy }, html: html(code) });
  await check(page, "Check now");
  await expect(page.getByText("Blocked by your website")).toBeVisible();
  const directives = page.getByRole("region", { name: "Directives" });
  await expect(directives).toContainText(`script-src 'self' https://cdn.companyname.com ${serverUrl()};`);
  await expect(directives).toContainText(`connect-src ${serverUrl()};`);
  await page.getByText("What to do in Shopify").click();
  await expectAccessible(page);
  await shot(page, "installation-blocked");

  // What is said to be missing is what is missing.
  const text = (await directives.innerText()).replaceAll("\n", " ");
  pages.set(`${host}/`, { headers: { "content-security-policy": `default-src 'none'; ${text}` }, html: html(code) });
  await check(page);
  await expect(page.getByText("On your website", { exact: true })).toBeVisible();
});

test("B35: changed code, another company's, a site that moved, and one that does not answer", async ({ page }) => {
  const { host, code } = await atTheCard(page, "www.troubled");
  pages.set(`${host}/`, { html: html(code.replace("async", 'type="text/plain" async')) });
  await check(page, "Check now");
  await expect(page.getByText("Changed on your website")).toBeVisible();
  await expect(page.getByText("The code has the type “text/plain”", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "installation-changed");

  pages.set(`${host}/`, { html: html(code.replace(/gwa_.{8}/, "gwa_ZZZZZZZZ")) });
  await check(page);
  await expect(page.getByText("Another company's code")).toBeVisible();

  pages.set(`${host}/`, { status: 302, headers: { location: `http://elsewhere.test:${port}/` } });
  pages.set(`elsewhere.test:${port}/`, { html: html(code) });
  await check(page);
  await expect(page.getByText("Your website has moved")).toBeVisible();
  await expect(page.getByText(`sends visitors on to http://elsewhere.test:${port}.`, { exact: false })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "installation-moved");

  pages.set(`${host}/`, { status: 503 });
  await check(page);
  await expect(page.getByText("Website not reached")).toBeVisible();
  await expect(page.getByText("answered with the error 503")).toBeVisible();
});

test("B35 SS-01: only pages of the own website are looked at", async ({ page }) => {
  const { host, code } = await atTheCard(page, "www.pages");
  await page.getByText("Is it on another page of your website?").click();
  const field = page.getByLabel("Page", { exact: true });
  const button = page.getByRole("button", { name: "Check this page" });
  await button.click();
  await expect(page.getByText("Enter the page's full address")).toBeVisible();
  for (const foreign of ["https://www.foreign.com/", "http://gangway.test:1/"]) {
    await field.fill(foreign);
    await button.click();
    await expect(page.getByText("Enter a page of your own website")).toBeVisible();
  }
  await expectAccessible(page);
  await shot(page, "installation-other-page");
  pages.set(`${host}/contact`, { html: html(code) });
  await field.fill(`http://${host}/contact`);
  await button.click();
  await expect(page.getByText("On your website", { exact: true })).toBeVisible();
  await expect(page.getByText(`http://${host}/contact — looked at`)).toBeVisible();
});
