import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { finishSetUp, makeClient, signInAt } from "../support/people.ts";
import { newPhone, screenOf, setPhone, textFrom, textingNumber } from "../support/phones.ts";
import { phone as asPhone, shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

/** A client with a number, whose administrator is signed in at the messages. */
async function atMessages(page: Page) {
  const client = await makeClient(await makePartner());
  const number = await textingNumber(client);
  await finishSetUp(client).catch(() => undefined);
  await signInAt(page, client.administrator);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Messages/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  return { client, number };
}

const rows = (page: Page) => page.getByRole("list", { name: "Conversations" }).getByRole("link");
const texts = (page: Page) => page.getByRole("log", { name: "Texts" });
const sidebar = (page: Page) => page.getByRole("navigation", { name: "Main" });

/** Opens the menu of the conversation and chooses a line. */
async function act(page: Page, name: string) {
  await page.getByRole("button", { name: "Actions for this conversation" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("B30: a conversation from the first text to the archive, live in two tabs", async ({ page, context }) => {
  const { client, number } = await atMessages(page);
  await expect(page.getByText("No texts yet")).toBeVisible();
  await call("POST", `/api/v1/clients/${client.id}/quick-replies`, 201, {
    token: client.token,
    body: { name: "Opening hours", text: "We are open from 8 to 4." },
  });
  await expectAccessible(page);
  await shot(page, "messages-empty");
  const tab = await context.newPage();
  await tab.goto("/messages");
  await expect(tab.getByText("No texts yet")).toBeVisible();

  const customer = newPhone();
  const shown = customer.number.replace(/^\+1(\d{3})(\d{3})/, "+1 $1 $2 ");
  await textFrom(customer, number, "Hello, are you open on Sunday?");
  for (const one of [page, tab]) {
    await expect(rows(one)).toHaveText(new RegExp(`${shown.replace("+", "\\+")}.*are you open on Sunday`));
    await expect(rows(one)).toContainText("1 unread");
    await expect(sidebar(one).getByText("1 unread conversation")).toBeVisible();
  }

  await rows(page).click();
  await expect(page.getByRole("heading", { level: 1, name: shown })).toBeFocused();
  await expect(texts(page)).toContainText("Hello, are you open on Sunday?");
  // Read here is read in the other tab.
  for (const one of [page, tab]) {
    await expect(rows(one)).not.toContainText("unread");
    await expect(sidebar(one).getByText("unread conversation")).toHaveCount(0);
  }

  await page.getByRole("button", { name: "Quick replies" }).click();
  await shot(page, "messages-quick-replies");
  await page.getByRole("menuitem", { name: "Opening hours" }).click();
  await expect(page.getByLabel("Your text")).toHaveValue("We are open from 8 to 4.");
  await expect(page.getByLabel("Your text")).toBeFocused();
  await page.getByLabel("Your text").fill("Yes, from 8 to 4. 🥐");
  await expect(page.getByText("1 part; 50 characters left. Emoji and some letters make parts shorter")).toBeVisible();
  await page.getByLabel("Your text").fill("Yes, from 8 to 4.");
  await expect(page.getByText("1 part; 143 characters left")).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(texts(page)).toContainText("Yes, from 8 to 4.");
  await expect(page.getByLabel("Your text")).toHaveValue("");
  await expect(page.getByLabel("Your text")).toBeFocused();
  await expect(texts(page).getByText("Delivered")).toBeVisible();
  await expect(texts(page).getByText("Clara Client")).toBeVisible();
  await expect(rows(tab)).toContainText("You: Yes, from 8 to 4.");
  expect(await screenOf(customer)).toContain("Yes, from 8 to 4.");

  await act(page, "Name and note");
  const dialog = page.getByRole("dialog", { name: "Name and note" });
  await dialog.getByLabel("Customer's name").fill("Frida Fischer");
  await dialog.getByLabel("Note").fill("Orders rye bread for the harbor fair.");
  await expectAccessible(page);
  await shot(page, "messages-name-and-note");
  // A text that comes meanwhile is no reason to lose what was typed.
  await textFrom(customer, number, "Great, see you then!");
  await expect(texts(page)).toContainText("Great, see you then!");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Frida Fischer" })).toBeVisible();
  await expect(page.getByText("Orders rye bread for the harbor fair.")).toBeVisible();
  await expect(rows(tab)).toContainText("Frida Fischer");
  await expect(rows(tab)).toContainText(shown);
  await expectAccessible(page);
  await shot(page, "messages-thread");

  await act(page, "Mark unread");
  await expect(page.getByText("Frida Fischer is marked unread")).toBeVisible();
  for (const one of [page, tab]) {
    await expect(rows(one)).toContainText("1 unread");
    await expect(rows(one).getByText("Frida Fischer", { exact: true })).toHaveCSS("font-weight", "600");
  }

  await rows(page).click();
  await expect(rows(page)).not.toContainText("unread");
  await act(page, "Archive");
  await expect(page.getByText("Frida Fischer is archived. A new text brings it back.")).toBeVisible();
  for (const one of [page, tab]) await expect(one.getByText("No texts yet")).toBeVisible();
  await tab.getByRole("link", { name: "Archived" }).click();
  await expect(rows(tab)).toContainText("Frida Fischer");
  await expect(rows(tab).getByText("Frida Fischer", { exact: true })).toHaveCSS("font-weight", "400");
  await shot(tab, "messages-archived");
  await textFrom(customer, number, "One more thing…");
  await expect(rows(page)).toContainText("1 unread");
  await expect(tab.getByText("Nothing is archived")).toBeVisible();
  await tab.close();
  await page.getByRole("link", { name: "Texting settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Texting settings" })).toBeVisible();
});

test("B30: what could not be delivered says why and is sent again, and nobody answers after STOP", async ({ page }) => {
  const { number } = await atMessages(page);
  const customer = newPhone();
  await textFrom(customer, number, "Is the rye bread back?");
  await rows(page).click();
  await setPhone(customer, "off");
  await page.getByLabel("Your text").fill("It is, since this morning.");
  await page.getByLabel("Your text").press("Control+Enter");
  await expect(texts(page).getByText("Not delivered")).toBeVisible({ timeout: 20_000 });
  await expect(rows(page)).toContainText("Not delivered: You: It is");
  await expectAccessible(page);
  await shot(page, "messages-not-delivered");
  await setPhone(customer, "on");
  await texts(page).getByRole("button", { name: "Send again" }).click();
  await expect(texts(page).getByText("Delivered", { exact: true })).toBeVisible();
  await expect(texts(page).getByText("Sent again below.")).toBeVisible();
  await expect(texts(page).getByRole("button", { name: "Send again" })).toHaveCount(0);
  expect(await screenOf(customer)).toContain("It is, since this morning.");

  await page.getByLabel("Your text").fill("A draft that is kept");
  await textFrom(customer, number, "STOP");
  await expect(page.getByText("You cannot answer now")).toBeVisible();
  await expect(page.getByLabel("Your text")).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "messages-stopped");
  await textFrom(customer, number, "START");
  await expect(page.getByLabel("Your text")).toHaveValue("A draft that is kept");
});

test("B30: a name as long as one may be, and texts in any script, break no line and nothing sticks out", async ({ page }) => {
  const { number } = await atMessages(page);
  const [frida, miriam] = [newPhone(), newPhone()];
  await textFrom(frida, number, "W".repeat(1_600));
  await textFrom(miriam, number, "مرحبا، هل يمكنني تغيير الموعد إلى يوم الخميس؟ 👩‍👩‍👧‍👦");
  await expect(rows(page)).toHaveCount(2);
  await rows(page).filter({ hasText: "WWW" }).click();
  await act(page, "Name and note");
  const name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3).padEnd(120, "x");
  const dialog = page.getByRole("dialog", { name: "Name and note" });
  await dialog.getByLabel("Customer's name").fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: name.trim() })).toBeVisible();
  await fitsSideways(page, "log");
  await expectAccessible(page);
  await shot(page, "messages-long-name");

  await page.getByRole("link", { name: "Archived" }).click();
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(rows(page)).toHaveCount(2);
  await fitsSideways(page, "list");
  await shot(page, "messages-long-name-list");

  await rows(page).filter({ hasText: "مرحبا" }).click();
  const arabic = texts(page).getByText("مرحبا");
  await expect(arabic).toHaveCSS("direction", "rtl");
  await page.getByLabel("Your text").fill("شكرا");
  expect(await page.getByLabel("Your text").evaluate((field) => field.matches(":dir(rtl)"))).toBe(true);
  await shot(page, "messages-right-to-left");
});

/** On a phone neither the page nor what scrolls inside of it scrolls sideways, and the actions are in reach. */
async function fitsSideways(page: Page, what: "list" | "log"): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const inner = what === "log" ? texts(page) : page.getByRole("list", { name: "Conversations" });
  await expect(inner).toBeVisible();
  const wide = await inner.evaluate((element) => {
    const wider = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      if (one.scrollWidth > one.clientWidth) wider.push(`${one.tagName} ${one.className}: ${one.scrollWidth} of ${one.clientWidth}`);
    }
    return wider;
  });
  expect(wide).toEqual([]);
  if (what === "log") {
    await expect(page.getByRole("button", { name: "Actions for this conversation" })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("B30: a new message asks for a number and goes to those who agreed only", async ({ page }) => {
  const { number } = await atMessages(page);
  const [known, stranger] = [newPhone(), newPhone()];
  await textFrom(known, number, "Hi there");
  await expect(rows(page)).toContainText("Hi there");
  await page.getByRole("button", { name: "New message" }).click();
  const dialog = page.getByRole("dialog", { name: "New message" });
  await dialog.getByRole("button", { name: "Send text" }).click();
  await expect(dialog.getByText("Some fields need another look")).toBeVisible();
  await expect(dialog.getByLabel("Phone number")).toBeFocused();
  await shot(page, "messages-new-errors");
  await dialog.getByLabel("Phone number").fill(stranger.number);
  await dialog.getByLabel("Text", { exact: true }).fill("Buy more bread");
  await dialog.getByRole("button", { name: "Send text" }).click();
  await expect(dialog.getByText(/has not agreed to texts from your number/)).toBeVisible();
  await expect(dialog.getByLabel("Phone number")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "messages-new-refused");
  expect(await screenOf(stranger)).not.toContain("Buy more bread");
  await dialog.getByLabel("Phone number").fill(known.number.replace(/^\+1(\d{3})(\d{3})/, "+1 ($1) $2-"));
  await dialog.getByLabel("Text", { exact: true }).fill("Your bread is ready");
  await dialog.getByRole("button", { name: "Send text" }).click();
  await expect(texts(page)).toContainText("Your bread is ready");
  await expect(texts(page).getByText("Delivered")).toBeVisible();
});

test("B30: searched, downloaded, and read on a phone", async ({ page }) => {
  const { number } = await atMessages(page);
  const [first, second] = [newPhone(), newPhone()];
  await textFrom(first, number, "=1+1 & <b>bold</b>");
  await textFrom(second, number, "Do you cater?");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("Do you cater?");
  await page.getByLabel("Search conversations").fill(first.number.slice(-4));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("<b>bold</b>");
  await page.getByLabel("Search conversations").fill("nobody of this name");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByLabel("Search conversations").fill("");
  await expect(rows(page)).toHaveCount(2);

  await rows(page).last().click();
  for (const [line, end] of [["Download as text", "txt"], ["Download as CSV", "csv"]] as const) {
    const [file] = await Promise.all([page.waitForEvent("download"), act(page, line)]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^conversation-1207\\d{7}\\.${end}$`));
    expect(readFileSync(await file.path(), "utf8")).toContain("<b>bold</b>");
  }

  await asPhone(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(rows(page).first()).toBeHidden();
  const send = await page.getByRole("button", { name: "Send", exact: true }).boundingBox();
  expect((send?.x ?? 360) + (send?.width ?? 360), "the button is whole").toBeLessThanOrEqual(360);
  await page.getByLabel("Your text").fill("From a phone");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(texts(page)).toContainText("From a phone");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeFocused();
  await expect(rows(page).first()).toContainText("You: From a phone");
  await shot(page, "messages-list");
  await page.goBack();
  await expect(texts(page)).toContainText("From a phone");
});

test("B30: without the stream new texts still come, and it is taken up again", async ({ page, context }) => {
  const { number } = await atMessages(page);
  await context.route("**/api/v1/stream*", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("New texts show up with a delay")).toBeVisible();
  await shot(page, "messages-interrupted");
  await textFrom(newPhone(), number, "Anybody there?");
  await expect(rows(page)).toContainText("Anybody there?", { timeout: 30_000 });
  await context.unroute("**/api/v1/stream*");
  await expect(page.getByText("New texts show up with a delay")).toBeHidden({ timeout: 30_000 });
  await textFrom(newPhone(), number, "Live again?");
  await expect(rows(page).first()).toContainText("Live again?");
});
