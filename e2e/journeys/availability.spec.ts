import type { Page } from "@playwright/test";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { type Client, finishSetUp, makeClient, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

type Shown = { applications: { kind: string; shown: boolean; reason: string }[] };

/** What a visitor of the client's web site sees at a time on the company's clock. */
async function seen(client: Client, at: string): Promise<Record<string, boolean>> {
  const path = `/api/v1/clients/${client.id}/availability?at=${at}`;
  const { applications } = await call<Shown>("GET", path, 200, { token: client.token });
  return Object.fromEntries(applications.map(({ kind, shown }) => [kind, shown]));
}

async function open(page: Page): Promise<Client> {
  const client = await makeClient(await makePartner());
  await finishSetUp(client);
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Availability" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Availability" })).toBeVisible();
  return client;
}

test("B29: a schedule with holidays is made, an application follows it, and outside it visitors see nothing", async ({ page }) => {
  const client = await open(page);
  await expect(page.getByText("No schedules yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "availability-empty");

  await page.getByRole("link", { name: "New schedule" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "New schedule" })).toBeFocused();
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("Enter a name, such as Office hours.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.getByRole("textbox", { name: "Name" }).fill("Office hours");

  // A break at noon on Mondays, and so until Friday.
  await page.getByLabel("Monday, hours 1, to").fill("12:00");
  await page.getByRole("button", { name: "Add hours on Monday" }).click();
  await expect(page.getByLabel("Monday, hours 2, from")).toBeFocused();
  await expect(page.getByLabel("Monday, hours 2, from")).toHaveValue("12:00");
  await page.getByLabel("Monday, hours 2, from").fill("11:30");
  await page.getByLabel("Monday, hours 2, to").fill("17:30");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText(/Two spans of the same day overlap/).last()).toBeVisible();
  await expectAccessible(page);
  await shot(page, "availability-schedule-errors");
  await page.getByLabel("Monday, hours 2, from").fill("13:00");
  await page.getByRole("button", { name: "Copy to Tuesday to Friday" }).click();
  await expect(page.getByLabel("Friday, hours 2, to")).toHaveValue("17:30");
  await expect(page.getByText(/Two spans of the same day overlap/)).toHaveCount(0);
  // Until the end of the day on Saturdays.
  await page.getByRole("button", { name: "Add hours on Saturday" }).click();
  await page.getByLabel("Saturday, hours 1, from").fill("18:00");
  await page.getByLabel("Saturday, hours 1, to").fill("00:00");

  await page.getByRole("button", { name: "Add a holiday" }).click();
  const first = page.getByRole("group", { name: "Holiday 1", exact: true });
  await expect(first.getByLabel("Name")).toBeFocused();
  await first.getByLabel("Name").fill("Christmas Day");
  await first.getByLabel("Day", { exact: true }).fill("2026-12-25");
  await first.getByLabel("Every year on this date").check();
  await page.getByRole("button", { name: "Add a holiday" }).click();
  const second = page.getByRole("group", { name: "Holiday 2", exact: true });
  await second.getByLabel("Name").fill("Christmas Eve");
  await second.getByLabel("Day", { exact: true }).fill("2026-12-24");
  await second.getByRole("button", { name: "Add hours on holiday 2" }).click();
  await second.getByLabel("holiday 2, hours 1, to").fill("11:00");
  await expectAccessible(page);
  await shot(page, "availability-schedule");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("The schedule “Office hours” is saved")).toBeVisible();
  const card = page.getByRole("article", { name: "Office hours" });
  await expect(card.getByText("9:00 AM to 12:00 PM, 1:00 PM to 5:30 PM")).toHaveCount(5);
  await expect(card.getByText("6:00 PM to midnight")).toBeVisible();
  await expect(card.getByText("every December 25: Closed")).toBeVisible();

  const callUs = page.getByRole("region", { name: "Call Us Now" });
  await callUs.getByLabel("Offer Call Us Now").check();
  await callUs.getByLabel("Hours").selectOption({ label: "Office hours" });
  await callUs.getByRole("button", { name: "Save" }).click();
  await expect(callUs.getByText("Enter the number that visitors call, or switch Call Us Now off.")).toBeVisible();
  await callUs.getByLabel("Number that visitors call").fill("+1 207 555 0100");
  await callUs.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Call Us Now saved")).toBeVisible();
  await expect(card.getByText("Used by Call Us Now")).toBeVisible();
  expect(await seen(client, "2026-12-23T10:00")).toEqual({ call_us_now: true, text_us: false });
  expect(await seen(client, "2026-12-23T12:30")).toEqual({ call_us_now: false, text_us: false });

  const preview = page.getByRole("region", { name: "What a visitor sees" });
  await preview.getByLabel("Day and time").fill("2026-12-24T10:00");
  await preview.getByLabel("Day and time").blur();
  await expect(preview.getByText(/Shown until .*Dec 24.*11:00/)).toBeVisible();
  await preview.getByLabel("Day and time").fill("2029-12-25T10:00");
  await preview.getByLabel("Day and time").blur();
  await expect(preview.getByText(/Hidden for Christmas Day until .*Dec 26/)).toBeVisible();
  await expect(preview.getByText("Hidden: there is no number yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "availability");
});

test("B29: a schedule is changed and deleted, but not while something follows it", async ({ page, context }) => {
  const client = await open(page);
  const week = { monday: [{ from: "08:00", until: "20:00" }] };
  const name = "Summer hours of the branch office in Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, ground floor and garden";
  const path = `/api/v1/clients/${client.id}`;
  await call("POST", `${path}/schedules`, 201, { token: client.token, body: { name, week } });
  await page.reload();
  const callUs = page.getByRole("region", { name: "Call Us Now" });
  await callUs.getByLabel("Offer Call Us Now").check();
  await callUs.getByLabel("Number that visitors call").fill("+12075550100");
  await callUs.getByLabel("Hours").selectOption({ label: name });
  await callUs.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Call Us Now saved")).toBeVisible();
  await shot(page, "availability-long-name");

  const remove = async () => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete schedule" }).click();
  };
  await remove();
  await expect(page.getByText(/Call Us Now still uses this schedule/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();

  // Two edit the same schedule.
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edit schedule" })).toBeVisible();
  await expect(page.getByLabel("Monday, hours 1, to")).toHaveValue("20:00");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Monday, hours 1, to").fill("21:00");
  await other.getByRole("button", { name: "Save schedule" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Availability" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Summer");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByText("Someone else changed this")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "availability-conflict");
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(page.getByLabel("Monday, hours 1, to")).toHaveValue("21:00");
  await page.getByRole("textbox", { name: "Name" }).fill("Summer");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await expect(page.getByRole("article", { name: "Summer" })).toBeVisible();

  await callUs.getByLabel("Hours").selectOption({ label: "At all hours" });
  await callUs.getByRole("button", { name: "Save" }).click();
  await expect(callUs.getByText("Shown at all hours")).toBeVisible();
  await page.getByRole("button", { name: "Actions for Summer" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete schedule" }).click();
  await expect(page.getByText("The schedule “Summer” is deleted")).toBeVisible();
  await expect(page.getByText("No schedules yet")).toBeVisible();
});

test("B29: the page is worked by keyboard alone, and says so when the server is away", async ({ page }) => {
  const client = await open(page);
  await page.getByRole("link", { name: "New schedule" }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Name" }).focus();
  await page.keyboard.type("Keys");
  const add = page.getByRole("button", { name: "Add hours on Sunday" });
  await add.focus();
  await page.keyboard.press("Enter");
  const from = page.getByLabel("Sunday, hours 1, from");
  await expect(from).toBeFocused();
  await page.keyboard.type("1015AM");
  await expect(from).toHaveValue("10:15");
  await page.getByRole("button", { name: "Remove hours 1 on Sunday" }).focus();
  await page.keyboard.press("Space");
  await expect(add).toBeFocused();
  await page.getByRole("textbox", { name: "Name" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Keys" })).toBeVisible();

  const away = `**/api/v1/clients/${client.id}/schedules*`;
  await page.route(away, (route) => route.abort());
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await page.getByRole("link", { name: "Availability" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await shot(page, "availability-away");
  await page.unroute(away);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article", { name: "Keys" })).toBeVisible();
});
