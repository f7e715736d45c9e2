import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { type Client, finishSetUp, makeClient, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

const CUSTOMER = "+12025550143";

/** A client with its dashboard and a phone number. */
async function clientWithNumber(): Promise<{ client: Client; number: string }> {
  const client = await makeClient(await makePartner());
  const path = `/api/v1/clients/${client.id}/sms-number`;
  const read = () => call<{ number: string | null }>("GET", path, 200, { token: client.token });
  await call("POST", path, 202, { token: client.token });
  await expect.poll(async () => (await read()).number, { timeout: 20_000 }).toMatch(/^\+1\d{10}$/);
  await finishSetUp(client);
  const { number } = await read();
  if (number === null) throw new Error("the client has no number");
  return { client, number };
}

async function open(page: Page, client: Client): Promise<void> {
  await signInAt(page, client.administrator);
  await page.goto("/messages/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Texting settings" })).toBeVisible();
}

test("B33: the words customers agree to get versions, and readiness follows what is set", async ({ page }) => {
  const { client, number } = await clientWithNumber();
  await open(page, client);
  await expect(page.getByText("2 things are missing.")).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();
  const words = page.getByLabel("Words", { exact: true });
  await expect(words).toHaveValue(new RegExp(`text messages from ${client.name} `));
  await expectAccessible(page);
  await shot(page, "texting-settings");

  await words.fill("Yes, you may text me about my order whenever you like to.");
  await page.getByRole("button", { name: "Save words" }).click();
  await expect(page.getByText("Say how customers end it").first()).toBeVisible();
  await expect(words).toBeFocused();
  await expectAccessible(page);
  await shot(page, "texting-settings-words-error");
  await words.fill("Yes, you may text me about my order. Reply STOP to end.");
  await page.getByRole("button", { name: "Save words" }).click();
  await expect(page.getByText(/^Customers see version 1, written by Clara Client on /)).toBeVisible();
  await expect(page.getByText("3 things are missing.")).toBeVisible();
  await expect(page.getByText(/^Add the company's name; /)).toBeVisible();
  await page.getByRole("button", { name: "Use Gangway's words" }).click();
  await page.getByRole("button", { name: "Save words" }).click();
  await expect(page.getByText(/^Customers see version 2, /)).toBeVisible();
  await expect(page.getByText("2 things are missing.")).toBeVisible();

  // Somebody else writes meanwhile: what was typed stays, and theirs can be had.
  const path = `/api/v1/clients/${client.id}/consent-wording`;
  const theirs = `${client.name} texts me what I asked for. Reply STOP to end.`;
  await call("PUT", path, 200, { token: client.token, body: { text: theirs }, headers: { "if-match": '"v2"' } });
  await words.fill("Mine: text me about my order. Reply STOP to end it.");
  await page.getByRole("button", { name: "Save words" }).click();
  await expect(page.getByText("Someone else changed this", { exact: false }).first()).toBeVisible();
  await expect(words).toHaveValue(/^Mine: /);
  await expectAccessible(page);
  await shot(page, "texting-settings-words-conflict");
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(words).toHaveValue(theirs);
});

test("SM-05 B33: quiet hours, links and the brand name are set and kept", async ({ page }) => {
  const { client } = await clientWithNumber();
  await open(page, client);
  await page.getByRole("tab", { name: "Hours and links" }).click();
  await expect(page.getByLabel("Quiet from")).toHaveValue("21:00");
  await expectAccessible(page);
  await shot(page, "texting-settings-hours");
  await page.getByLabel("Privacy policy").fill("www.companyname.com");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Enter the full address of the page").first()).toBeVisible();
  await page.getByLabel("Quiet from").fill("20:30");
  await page.getByLabel("Brand name").fill("Harbor");
  await page.getByLabel("Privacy policy").fill("https://www.companyname.com/privacy");
  await page.getByLabel("Terms").fill("https://www.companyname.com/terms");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Texting settings saved")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Everything is as carriers want it.")).toBeVisible();
  await expect(page.getByLabel("Words", { exact: true })).toHaveValue(/text messages from Harbor /);
  await page.getByRole("tab", { name: "Hours and links" }).click();
  await expect(page.getByLabel("Quiet from")).toHaveValue("20:30");
  await expect(page.getByLabel("Terms")).toHaveValue("https://www.companyname.com/terms");
});

test("B30: quick replies are made, changed and deleted", async ({ page }) => {
  const { client } = await clientWithNumber();
  await open(page, client);
  await page.getByRole("tab", { name: "Quick replies" }).click();
  await expect(page.getByText("No quick replies yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "New quick reply" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByRole("button", { name: "Save quick reply" }).click();
  await expect(dialog.getByText("Enter the text.").last()).toBeVisible();
  await dialog.getByLabel("Name").fill("Opening hours");
  await dialog.getByLabel("Text").fill(`We are open from 9 to 5 – every day. ${"Come in. ".repeat(8)}`);
  await expect(dialog.getByText(/sent as 2 texts$/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "quick-replies-new");
  await dialog.getByRole("button", { name: "Save quick reply" }).click();
  await expect(page.getByText("“Opening hours” is saved")).toBeVisible();

  await page.getByRole("button", { name: "Actions for Opening hours" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("Opening hours");
  await dialog.getByLabel("Text").fill("We are open from 9 to 6.");
  // Somebody else changes it meanwhile: what was typed stays, and can be saved over theirs.
  const path = `/api/v1/clients/${client.id}/quick-replies`;
  const list = await call<{ data: { id: string }[] }>("GET", path, 200, { token: client.token });
  const theirs = { token: client.token, body: { name: "Hours", text: "We are closed." }, headers: { "if-match": '"v1"' } };
  await call("PUT", `${path}/${list.data[0]?.id}`, 200, theirs);
  await dialog.getByRole("button", { name: "Save quick reply" }).click();
  await expect(dialog.getByText("Someone else changed this")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "quick-replies-conflict");
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(dialog.getByLabel("Text")).toHaveValue("We are open from 9 to 6.");
  await dialog.getByRole("button", { name: "Save quick reply" }).click();
  await expect(page.getByText("We are open from 9 to 6.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "quick-replies");

  await page.getByRole("button", { name: "Actions for Opening hours" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No quick replies yet")).toBeVisible();
});

test("B33 B18: who asks to stop is on record, and the proof is a file", async ({ page }) => {
  const { client, number } = await clientWithNumber();
  await open(page, client);
  await page.getByRole("tab", { name: "Proof" }).click();
  await expect(page.getByText("Nobody has agreed yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "consents-empty");
  await page.getByRole("button", { name: "Record a request to stop" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Customer's phone number").fill("202 555 0143");
  await dialog.getByRole("button", { name: "Stop texting" }).click();
  await expect(dialog.getByText("Enter a phone number with its country code").first()).toBeVisible();
  await dialog.getByLabel("Customer's phone number").fill("+1 (202) 555-0143");
  await dialog.getByRole("button", { name: "Stop texting" }).click();
  await expect(page.getByText(`${CUSTOMER} is not texted any more`)).toBeVisible();
  await expect(page.getByText("Recorded by Clara Client")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "consents");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("consents.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain(`'${CUSTOMER},'${number},ended,staff,no,`);

  await page.getByLabel("Search by phone number").fill("999");
  await expect(page.getByText("No customer's number has these digits in it.")).toBeVisible();
  await page.getByLabel("Search by phone number").fill("555-0143");
  await expect(page.getByText("+1 202 555 0143")).toBeVisible();
});
