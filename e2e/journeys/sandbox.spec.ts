import type { Page } from "@playwright/test";
import { sandboxUrl } from "../support/addresses.ts";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { makeClient } from "../support/people.ts";
import { textingNumber } from "../support/phones.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { clearTwilioFaults } from "../support/twilio.ts";

const ACCOUNT = "AC00000000000000000000000000000001";
const TOKEN = "00000000000000000000000000000001";

/** A phone of a range kept free for fiction that no other test has. */
let taken = 0;
const newPhone = () => {
  taken += 1;
  return `+14155550${String(100 + taken).padStart(3, "0")}`;
};

/** `(510) 555-0142`, as the sandbox shows it. */
const shown = (number: string) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");

/** Twilio is asked to send, as Gangway asks it. */
async function textTo(to: string, from: string, body: string): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` },
    body: new URLSearchParams({ To: to, From: from, Body: body }),
  });
  expect(answer.status).toBe(201);
}

test("G1: a customer's phone texts, says STOP with one press, and shows what arrives without a reload", async ({ page }) => {
  const client = await makeClient(await makePartner());
  const [company, phone] = [await textingNumber(client), newPhone()];
  await page.goto(`${sandboxUrl()}/phones`);
  await expectAccessible(page);
  await page.getByLabel("Phone number").fill("nobody");
  await page.getByRole("button", { name: "Take this phone" }).click();
  await expect(page.getByText("Enter a phone number, such as")).toBeVisible();
  await expect(page.getByLabel("Phone number")).toHaveValue("nobody");
  await expectAccessible(page);
  await page.getByLabel("Phone number").fill(shown(phone));
  await page.getByRole("button", { name: "Take this phone" }).click();
  await page.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name: shown(company) }).click();
  const texts = page.getByRole("log");
  await expect(texts).toContainText("No texts yet");
  let loads = 0;
  page.on("load", () => (loads += 1));

  await page.getByLabel("Text message").fill("<b>Hello</b> ✓");
  await page.keyboard.press("Enter");
  await expect(texts.getByText("<b>Hello</b> ✓")).toBeVisible();
  await expect(page.getByLabel("Text message")).toHaveValue("");
  await textTo(phone, company, "Good morning");
  await expect(texts.getByText("Good morning")).toBeVisible();
  await page.getByRole("button", { name: "STOP" }).click();
  await expect(texts.getByText("You have successfully been unsubscribed.")).toBeVisible();
  await expect(texts.getByText("Twilio lets no text of this company through")).toBeVisible();
  await page.getByRole("button", { name: "START" }).click();
  await expect(texts.getByText("You have successfully been re-subscribed")).toBeVisible();
  await expect(texts.getByText("Twilio lets no text of this company through")).toHaveCount(0);
  expect(loads, "the page stayed").toBe(0);
  await expectAccessible(page);
  await shot(page, "sandbox-phone");

  await page.getByLabel("This phone is").selectOption({ label: "Off or out of reach" });
  await expect.poll(() => loads).toBe(1);
  await expect(page.getByLabel("This phone is")).toHaveValue("off");
  await textTo(phone, company, "This one is lost");
  await page.reload();
  await expect(texts.getByText("Good morning")).toBeVisible();
  await expect(texts.getByText("This one is lost")).toHaveCount(0);
  await page.goto(`${sandboxUrl()}/phones`);
  await expect(page.getByRole("link", { name: shown(phone) })).toContainText("off");
});

test("G1: the phone fits a phone, in the dark too, and says when the sandbox is away", async ({ page }) => {
  const client = await makeClient(await makePartner());
  const [company, phone] = [await textingNumber(client), newPhone()];
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${sandboxUrl()}/phones/${phone}/${company}`);
  const long = "Averylongwordthatnobodyeverwrites".repeat(4);
  await page.getByLabel("Text message").fill(`${long}\nand a second line`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log").getByText("and a second line")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await shot(page, "sandbox-phone-narrow");
  await page.route(/\/texts$/, (route) => route.abort("connectionrefused"));
  await expect(page.getByText("The sandbox is not answering.")).toBeVisible();
  await page.unroute(/\/texts$/);
  await expect(page.getByText("The sandbox is not answering.")).toBeHidden();
});

test("G1: without scripts the phone works by its forms", async ({ browser }) => {
  const client = await makeClient(await makePartner());
  const [company, phone] = [await textingNumber(client), newPhone()];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${sandboxUrl()}/phones/${phone}/${company}`);
  await page.getByLabel("Text message").fill("Hello");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "HELP" }).click();
  await expect(page.getByText("Reply STOP to unsubscribe.").last()).toBeVisible();
  await expect(page.getByText("Hello", { exact: false }).last()).toBeVisible();
  await context.close();
});

test("G1: faults are set and cleared on the sandbox's page", async ({ page }) => {
  await page.goto(`${sandboxUrl()}/twilio`);
  try {
    await page.getByRole("button", { name: "Slow (5 s)" }).click();
    await expect(page.getByText("Answers come 5000 ms late")).toBeVisible();
    await page.getByRole("button", { name: "Clear all faults" }).click();
    await expect(page.getByText("None is set: Twilio works.")).toBeVisible();
  } finally {
    await clearTwilioFaults();
  }
});

/** What the site's foot says of what the code did. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page.locator("#errors")).toHaveText("0");
  expect(Number(await page.locator("#shift").textContent())).toBeLessThan(0.02);
  await expect(page.locator("#cookies")).toHaveText("none");
}

test("WG-08: the client's site has its code on pages of every kind, and is a foreign one under another name", async ({ page, complaints }) => {
  const client = await makeClient(await makePartner());
  const { application_key: key } = await call<{ application_key: string }>("GET", `/api/v1/clients/${client.id}/application`, 200, {
    token: client.token,
  });
  const home = sandboxUrl().replace("127.0.0.1", "localhost");
  // Visitors' browsers send no headers of a proxy, and a header more would make them ask first.
  await page.context().setExtraHTTPHeaders({});
  await page.goto(`${sandboxUrl()}/site`);
  expect(page.url()).toBe(`${home}/site`);
  await expectAccessible(page);
  await page.getByLabel("Application key").fill(key);
  await page.getByRole("button", { name: "Open" }).click();
  const widget = page.locator("gangway-widget");
  await expect(widget).toHaveCount(1);
  await expectUnharmed(page);
  await expectAccessible(page);
  await shot(page, "sandbox-site");

  for (const kind of ["strict", "twice"]) {
    await page.goto(`${home}/site/${key}/${kind}`);
    await expect(widget, kind).toHaveCount(1);
  }
  await page.goto(`${home}/site/${key}/single-page`);
  await expect(widget).toHaveCount(1);
  await page.getByRole("link", { name: "Hours" }).click();
  await expect(page.getByText("Monday to Friday from 9 to 5, Saturday until noon.", { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("These pages are swapped by a script")).toBeVisible();
  await expect(widget).toHaveCount(1);
  await expectUnharmed(page);
  await page.goto(`${home}/site/${key}/hostile`);
  await expect(page.getByRole("heading", { name: "Good to have you here." })).toBeVisible();
  await expectUnharmed(page);
  expect(complaints).toEqual([]);

  const refused = page.waitForEvent("console", (message) => message.text().includes("blocked by CORS policy"));
  await page.goto(`${sandboxUrl()}/site/${key}`);
  await refused;
  await expect(widget).toHaveCount(0);
  // The browser itself says that the foreign page may not ask; the loader says nothing.
  expect(complaints.splice(0).filter((text) => !text.includes("blocked by CORS policy"))).toEqual([]);
});
