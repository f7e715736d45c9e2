import { serverUrl } from "../support/addresses.ts";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { type Client, makeClient, signInAt } from "../support/people.ts";
import { textingNumber } from "../support/phones.ts";
import { shot } from "../support/shots.ts";
import {
  SITE,
  applicationCode,
  keptLoader,
  newPhone,
  playSite,
  sitePage,
  textFrom,
  textsTo,
  widget,
  writeText,
} from "../support/site.ts";
import { expect, test } from "../support/test.ts";

/** A client that can be texted, and the code for its pages. */
async function ready(): Promise<{ client: Client; number: string; code: string }> {
  const client = await makeClient(await makePartner(), undefined, SITE);
  const number = await textingNumber(client);
  return { client, number, code: await applicationCode(client) };
}

type Conversation = { name: string; customer_number: string; unread: number; can_text: boolean; id: string };

async function conversations(client: Client): Promise<Conversation[]> {
  const path = `/api/v1/clients/${client.id}/conversations`;
  return (await call<{ data: Conversation[] }>("GET", path, 200, { token: client.token })).data;
}

test("WG-10 B15 SM-03: a visitor agrees and texts, the company has it with the proof, and STOP silences", async ({ page }) => {
  const { client, number, code } = await ready();
  const phone = newPhone();
  await playSite(page, sitePage(code));
  await page.goto(`${SITE}/contact?email=private`);
  const { button, panel } = widget(page, client.name);
  await expect(button).toHaveAccessibleName(`Contact ${client.name}`);
  await button.click();
  await expect(panel.getByRole("heading", { name: client.name })).toBeVisible();
  const box = panel.getByRole("checkbox");
  await expect(box).not.toBeChecked();
  await expect(panel).toContainText("Reply STOP");
  await expectAccessible(page);
  await shot(page, "widget-form");

  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByText("Enter your name.")).toBeVisible();
  await expect(panel.getByLabel("Your name")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "widget-errors");

  await writeText(page, client.name, phone, "Do you have <b>rye</b>?");
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByText("Tick the box")).toBeVisible();
  expect(await conversations(client)).toEqual([]);
  await box.check();
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByRole("heading", { name: "Thank you, Ann O'Neil" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "widget-thanks");

  const [talk] = await conversations(client);
  expect(talk).toMatchObject({ name: "Ann O'Neil", customer_number: phone, unread: 1, can_text: true });
  const path = `/api/v1/clients/${client.id}/consents`;
  const ledger = await call<{ data: Record<string, unknown>[] }>("GET", path, 200, { token: client.token });
  expect(ledger.data[0]).toMatchObject({ source: "widget", page: `${SITE}/contact` });
  await expect.poll(async () => (await textsTo(phone)).map(({ body }) => body)).toEqual([expect.stringContaining("Reply HELP for help, STOP to end")]);

  await textFrom(phone, number, "STOP");
  await expect.poll(async () => (await conversations(client))[0]?.can_text).toBe(false);
  const refused = await call<{ detail: string }>("POST", `/api/v1/clients/${client.id}/messages`, 409, {
    token: client.token,
    body: { to: phone, body: "Yes, we have." },
  });
  expect(refused.detail).not.toBe("");
  expect((await textsTo(phone)).filter(({ body }) => body.includes("Yes, we have"))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("B21: colors and words are chosen with a preview beside them, and the button wears them", async ({ page }) => {
  const { client, code } = await ready();
  await finishSetUpAfterNumber(client);
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Behaviors & Styles" }).click();
  await page.getByRole("button", { name: "Yellow" }).click();
  await expect(page.getByText("White could not be read on it")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Application Code" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "look-color");
  await page.getByLabel("Color", { exact: true }).fill("yellow");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/Enter the color as # and six digits/).first()).toBeVisible();
  await page.getByRole("tab", { name: "Button & greeting" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  // What is wrong is shown where it stands.
  await expect(page.getByLabel("Color", { exact: true })).toBeFocused();
  await page.getByLabel("Color", { exact: true }).fill("#fde047");
  await expect(page.getByText(/Enter the color as/)).toHaveCount(0);

  await page.getByRole("tab", { name: "Button & greeting" }).click();
  await page.getByText("Bottom left", { exact: true }).click();
  await page.getByLabel(/Words on the button/).fill("Text us");
  await page.getByLabel(/Greeting/).fill("We answer within an hour.");
  await expect(page.getByTestId("preview")).toContainText("We answer within an hour.");
  await expectAccessible(page);
  await shot(page, "look-button");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Saved. Visitors see it within a minute.")).toBeVisible();

  const site = await page.context().newPage();
  await playSite(site, sitePage(code));
  await site.goto(SITE);
  const { button, panel } = widget(site, client.name);
  await expect(button).toHaveAccessibleName(`Text us, ${client.name}`);
  await expect(button).toHaveCSS("background-color", "rgb(253, 224, 71)");
  await expect(button).toHaveCSS("color", "rgb(0, 0, 0)");
  expect((await button.boundingBox())?.x).toBe(16);
  await button.click();
  await expect(panel).toContainText("We answer within an hour.");
  await expect(panel.getByRole("checkbox")).toBeVisible();
  await expectAccessible(site);
  await shot(site, "widget-dressed");
  await site.close();
});

test("B21: two who change the look at once are told, and nothing that was chosen is lost", async ({ page, context }) => {
  const { client } = await ready();
  await finishSetUpAfterNumber(client);
  await signInAt(page, client.administrator);
  await page.goto("/company/behaviors-and-styles");
  await expect(page.getByLabel("Color", { exact: true })).toHaveValue("#1f2937");
  const second = await context.newPage();
  await second.goto("/company/behaviors-and-styles");
  await second.getByRole("button", { name: "Teal" }).click();
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(second.getByText("Saved. Visitors see it within a minute.")).toBeVisible();

  await page.getByRole("button", { name: "Purple" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Someone else changed this")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "look-conflict");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Saved. Visitors see it within a minute.")).toBeVisible();
  const read = await call<{ color: string }>("GET", `/api/v1/clients/${client.id}/widget-style`, 200, { token: client.token });
  expect(read.color).toBe("#7e22ce");
});

async function finishSetUpAfterNumber(client: Client): Promise<void> {
  for (const step of ["enable_application", "invite_team"]) {
    await call("POST", `/api/v1/clients/${client.id}/onboarding/steps/${step}/skip`, 200, { token: client.token });
  }
}

test("B29 WG-05: outside its hours, and switched off, nothing is on the page", async ({ page, complaints }) => {
  const { client, code } = await ready();
  const of = `/api/v1/clients/${client.id}`;
  const settled = () => page.waitForResponse((answer) => answer.url().includes("/public/v1/widgets/"));
  await playSite(page, sitePage(code));
  const schedule = await call<{ id: string }>("POST", `${of}/schedules`, 201, {
    token: client.token,
    body: { name: "Never", week: {} },
  });
  await put(client, "applications/text_us", { enabled: true, schedule_id: schedule.id });
  const answer = settled();
  await page.goto(SITE);
  expect((await (await answer).json()).applications).toEqual([]);
  await expect(page.locator("gangway-widget")).toHaveCount(0);

  await put(client, "applications/text_us", { enabled: true });
  await put(client, "applications/call_us_now", { enabled: true, phone_number: "+12025550143" });
  await page.goto("about:blank");
  await freshly(page);
  await page.goto(SITE);
  const { button, panel } = widget(page, client.name);
  await button.click();
  await expect(panel.getByRole("link", { name: "Call us now" })).toHaveAttribute("href", "tel:+12025550143");
  await expect(panel.getByRole("heading", { name: "Or text us" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "widget-call-and-text");

  await put(client, "widget-style", { enabled: false, color: "#1f2937", position: "bottom_right" });
  await freshly(page);
  const refused = page.waitForEvent("console", (message) => message.text().includes("blocked by CORS policy"));
  await page.goto(SITE);
  await refused;
  await expect(page.locator("gangway-widget")).toHaveCount(0);
  // The browser itself says that the page may not read; the loader says nothing.
  expect(complaints.splice(0).filter((text) => !text.includes("blocked by CORS policy"))).toEqual([]);
});

/** Changes something of a client's over the version it has. */
async function put(client: Client, what: string, body: unknown): Promise<void> {
  const address = `${serverUrl()}/api/v1/clients/${client.id}/${what}`;
  const authorization = `Bearer ${client.token}`;
  const read = await fetch(address, { headers: { authorization } });
  const headers = { authorization, "content-type": "application/json", "if-match": read.headers.get("etag") ?? "" };
  const answer = await fetch(address, { method: "PUT", headers, body: JSON.stringify(body) });
  expect(answer.status, await answer.text()).toBe(200);
}

/** As a minute later: what the browser kept of the settings is forgotten. */
async function freshly(page: import("@playwright/test").Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await session.detach();
}

const HOSTILE = `<style>
  * { display: none !important; color: red !important; font-size: 40px !important; }
  html, body, main, h1, p { display: block !important; }
  gangway-widget { display: none !important; opacity: 0 !important; width: 1px !important; --color: red !important; }
  button { transform: rotate(45deg) !important; background: red !important; }
</style><script>
  for (const name of ["map", "forEach", "filter", "push", "join", "slice", "indexOf"]) {
    Array.prototype[name] = () => { throw new Error("hostile"); };
  }
  JSON.parse = JSON.stringify = () => { throw new Error("hostile"); };
  String.prototype.toJSON = () => "hostile";
  Object.prototype.x = "hostile";
  Object.prototype.signal = "hostile";
  const own = window.fetch;
  window.fetch = (...all) => own(...all);
  window.errors = [];
  addEventListener("error", (event) => window.errors[window.errors.length] = String(event.message));
  addEventListener("unhandledrejection", (event) => window.errors[window.errors.length] = String(event.reason));
  window.shift = 0;
  new PerformanceObserver((list) => {
    const all = list.getEntries();
    for (let at = 0; at < all.length; at++) if (!all[at].hadRecentInput) window.shift += all[at].value;
  }).observe({ type: "layout-shift", buffered: true });
  const names = Object.getOwnPropertyNames(window).length;
  // Told in the document: what Playwright would run on this page is broken too.
  setInterval(() => {
    const more = Object.getOwnPropertyNames(window).length - names;
    document.documentElement.setAttribute("data-left", window.errors.length + " errors, " + more + " names, " + (window.shift < 0.02 ? "calm" : window.shift));
  }, 50);
</script>`;

test("WG-08: on a hostile page with the code on it twice it works and leaves no trace", async ({ page }) => {
  const { client, code } = await ready();
  const phone = newPhone();
  await playSite(page, sitePage(code + code, HOSTILE));
  await page.goto(SITE);
  const { button, panel } = widget(page, client.name);
  await expect(button).toBeVisible();
  await expect(page.locator("gangway-widget")).toHaveCount(1);
  await expect(button).toHaveCSS("background-color", "rgb(31, 41, 55)");
  await button.click();
  await writeText(page, client.name, phone, "Hello");
  await panel.getByRole("checkbox").check();
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
  await page.screenshot({ path: "shots/widget-hostile.png" });
  await expect(page.locator("html")).toHaveAttribute("data-left", "0 errors, 0 names, calm");
  expect((await conversations(client))[0]?.customer_number).toBe(phone);
});

test("WG-08: a page whose fetch is broken stays as it was, without an error", async ({ page }) => {
  const { code } = await ready();
  await playSite(page, sitePage(code, "<script>window.fetch = () => { throw new Error('broken'); };</script>"));
  const loaded = page.waitForResponse(/widget\/v1\.js/);
  await page.goto(SITE);
  await loaded;
  await page.waitForLoadState("networkidle");
  await expect(page.locator("gangway-widget")).toHaveCount(0);
});

test("B35 B36: under the strictest content policy it works with the two directives of the code's page", async ({ page }) => {
  const { client, code } = await ready();
  const phone = newPhone();
  const own = serverUrl();
  await playSite(page, sitePage(code), {
    "content-security-policy": `default-src 'none'; require-trusted-types-for 'script'; script-src ${own}; connect-src ${own}`,
  });
  await page.goto(SITE);
  const { button, panel } = widget(page, client.name);
  await expect(button).toHaveCSS("background-color", "rgb(31, 41, 55)");
  await button.click();
  await expect(panel.getByRole("heading", { name: client.name })).toHaveCSS("color", "rgb(255, 255, 255)");
  await writeText(page, client.name, phone, "Hello");
  await panel.getByRole("checkbox").check();
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
});

test("B36: a site that swaps its pages without loading keeps the button and what was typed", async ({ page }) => {
  const { client, code } = await ready();
  await playSite(page, sitePage(code));
  await page.goto(SITE);
  const { button, field, panel } = widget(page, client.name);
  await button.click();
  await field("Your name").fill("Ann");
  await page.evaluate(() => {
    history.pushState({}, "", "/prices");
    const body = document.createElement("body");
    body.textContent = "Prices";
    document.body.replaceWith(body);
  });
  await expect(panel).toBeVisible();
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement("head"), document.createElement("body")));
  await expect(panel).toBeVisible();
  await expect(field("Your name")).toHaveValue("Ann");
  await page.evaluate((again) => {
    const script = document.createElement("script");
    script.src = again;
    document.head.append(script);
  }, `${serverUrl()}/widget/v1.js?key=other`);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("gangway-widget")).toHaveCount(1);
});

test("B36: by keyboard alone: opened, filled in, closed, and back at the button", async ({ page }) => {
  const { client, code } = await ready();
  await playSite(page, sitePage(code));
  await page.goto(SITE);
  const { button, panel, field } = widget(page, client.name);
  await expect(button).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: client.name })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(field("Your name")).toBeFocused();
  await page.keyboard.type("Ann");
  await page.keyboard.press("Tab");
  await expect(field("Your mobile phone")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(field("Message")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(panel.getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
});

test("WG-09: a loader of before works against the server of today", async ({ page }) => {
  const { client, number, code } = await ready();
  await playSite(page, sitePage(code));
  await page.route("**/widget/v1.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: keptLoader("v1-2026-11.js") }),
  );
  await page.goto(SITE);
  await page.getByRole("button", { name: `Contact ${client.name}` }).click();
  await expect(page.getByRole("dialog", { name: client.name }).getByRole("link", { name: "Text us" })).toHaveAttribute("href", `sms:${number}`);
});
