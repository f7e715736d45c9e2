import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Partner, type Person, call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { accept, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

const HEADER = ["ClientName", "PrimaryContactFirstName", "PrimaryContactLastName", "PrimaryContactEmail", "SiteName", "Timezone"];

/** Lines of a list, every value in quotes. */
function csv(rows: string[][], header = HEADER): string {
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `${[header, ...rows].map(line).join("\r\n")}\r\n`;
}

/** A row without a fault. */
function row(name: string, timezone = "America/New_York", email?: string): string[] {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  return [name, "Paula", "Primary", email ?? `paula@${slug}.example`, "Headquarters", timezone];
}

/** Many rows without a fault. */
const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => row(`${name} ${at + 1}`));

const file = (name: string, content: string | Buffer) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const figure = (page: Page, term: string) => page.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd");

/** Chooses a file on the page where lists are uploaded. */
async function choose(page: Page, chosen: ReturnType<typeof file> | string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles(chosen);
}

/** Chooses one and has it checked. */
async function upload(page: Page, chosen: ReturnType<typeof file> | string): Promise<void> {
  await page.goto("/clients/imports/new");
  await choose(page, chosen);
  await page.getByRole("button", { name: "Upload and check" }).click();
}

/** How many clients the partner has, as the API counts them. */
async function counted(partner: Partner): Promise<number> {
  const list = await call<{ total: number }>("GET", "/api/v1/clients?limit=1&count=true", 200, { token: partner.token });
  return list.total;
}

/** A member of the staff who has accepted the invitation. */
async function staff(partner: Partner, role: string, person = newPerson("Tara", "Technician")): Promise<Person> {
  const { email, firstName: first_name, lastName: last_name } = person;
  await call("POST", "/api/v1/users", 201, { token: partner.token, body: { first_name, last_name, email, role } });
  await accept(linkIn(await mailTo(email), "/invite"), person);
  return person;
}

test("D21: a list is checked, a row is corrected on the page, the rest is imported once and undone", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Clients", exact: true }).click();
  await expect(page.getByText("No clients yet")).toBeVisible();
  await page.getByRole("link", { name: "Import clients" }).first().click();
  await expect(heading(page, "Import clients")).toBeFocused();
  await expect(page.getByRole("button", { name: "Upload and check" })).toHaveAttribute("aria-disabled", "true");
  await page.getByText("Columns that may be left out").click();
  await expectAccessible(page);
  await shot(page, "import-new");
  await page.getByText("Columns that may be left out").click();

  // One that is too large is not even sent.
  await choose(page, file("all.csv", Buffer.alloc(25 * 1024 * 1024 + 1, "a")));
  await expect(page.getByText("The file is too large. At most 25 MB are taken")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-too-large");

  const markup = "<script>window.__xss=1</script>";
  const list = csv([
    row("Alder Dental"),
    row("  Birchwood Law  ", "US/Eastern"),
    row("Cedar Freight", markup),
    row("Driftwood Hotel", "America/New_York", "=cmd|' /C calc'!A0"),
    row("ALDER DENTAL", "America/New_York", "other@alder.example"),
    row(`${"Very long name of a company ".repeat(9)}Ltd`.slice(0, 250), "US/Eastern", "office@long.example"),
  ]);
  await choose(page, file("Kunden <b>2027.csv", list));
  await expect(page.getByText("Kunden <b>2027.csv")).toBeVisible();
  await expect(page.getByText(`${list.length} bytes`).or(page.getByText("1 kB"))).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-chosen");
  await page.getByRole("button", { name: "Upload and check" }).click();

  // Nothing is written; everything is told.
  await expect(heading(page, "Check before you import")).toBeFocused();
  await expect(figure(page, "Rows")).toHaveText("6");
  await expect(figure(page, "Good")).toHaveText("3");
  await expect(figure(page, "Wrong")).toHaveText("3");
  await expect(page.getByText(/Nothing is written yet. 3 clients will be made/)).toBeVisible();
  const rows = page.getByRole("region", { name: "3 rows are wrong" });
  await expect(rows.getByText(markup, { exact: true })).toBeVisible();
  await expect(rows.getByText("=cmd|' /C calc'!A0", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => "__xss" in window)).toBe(false);
  const tidied = page.getByRole("region", { name: "Tidied up" });
  await expect(tidied.getByRole("listitem").filter({ hasText: "Timezone, in 2 rows" })).toContainText(/US\/Eastern\s+is stored as\s+America\/New_York/);
  const preview = page.getByRole("region", { name: "The rows of the file" }).first();
  await expect(preview.getByRole("cell", { name: markup })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-ready");
  expect(await counted(partner)).toBe(0);

  // A row is corrected: first it is still wrong, at its cell.
  const dialog = page.getByRole("dialog");
  await rows.getByRole("button", { name: "Correct row 4" }).click();
  const timezone = dialog.getByLabel("Timezone");
  await expect(timezone).toBeFocused();
  await expect(timezone).toHaveValue(markup);
  await expect(timezone).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await shot(page, "import-correct");
  await timezone.fill("EST");
  await dialog.getByRole("button", { name: "Check this row" }).click();
  await expect(timezone).toBeFocused();
  await expect(timezone).toHaveAttribute("aria-invalid", "true");
  await timezone.fill("America/Chicago");
  await dialog.getByRole("button", { name: "Check this row" }).click();
  await expect(page.getByText("Row 4 is right now")).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 rows are wrong" })).toBeFocused();
  await expect(figure(page, "Good")).toHaveText("4");
  await expect(figure(page, "Wrong")).toHaveText("2");
  await page.getByRole("tab", { name: "Corrected" }).click();
  await expect(page.getByRole("button", { name: "Change row 4" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-corrected");
  await page.getByRole("tab", { name: "Still wrong" }).click();
  await expect(page.getByRole("button", { name: "Correct row 5" })).toBeVisible();

  // The rest as a file, with what is wrong behind each row.
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download these rows" }).click();
  const errors = await downloading;
  expect(errors.suggestedFilename()).toBe("clients-errors.csv");
  const lines = readFileSync(await errors.path(), "utf8").trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("Error");
  expect(lines[1]).toContain("'=cmd|");
  expect(lines[2]).toContain("ALDER DENTAL");

  // A double click confirms once.
  let confirmed = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/confirm")) confirmed += 1;
  });
  await page.getByRole("button", { name: "Import 4 clients" }).dblclick();
  await expect(heading(page, "Import finished")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("4 clients imported.")).toBeVisible();
  await expect(page.getByText(/2 rows left out/)).toBeVisible();
  expect(await counted(partner)).toBe(4);
  expect(confirmed).toBe(1);
  await expectAccessible(page);
  await shot(page, "import-done");

  // Coming back shows the same, and nothing can be corrected any more.
  await page.reload();
  await expect(page.getByText("4 clients imported.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Download these rows" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Correct row/ })).toHaveCount(0);
  await page.getByRole("link", { name: "See the clients" }).click();
  await expect(page.getByText("4 clients", { exact: true })).toBeVisible();
  const cedar = page.getByRole("link", { name: "Cedar Freight" });
  await cedar.click();
  await expect(heading(page, "Cedar Freight")).toBeVisible();
  await page.goBack();
  await page.goBack();

  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect(dialog.getByText(/Its 4 clients will be deleted/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-undo");
  await dialog.getByRole("button", { name: "Undo import" }).click();
  await expect(heading(page, "Import undone")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("All 4 clients it made are deleted.")).toBeVisible();
  expect(await counted(partner)).toBe(0);
  await expectAccessible(page);
  await shot(page, "import-undone");
  await page.getByRole("link", { name: "Deleted clients" }).click();
  await expect(page.getByText("4 clients", { exact: true })).toBeVisible();
});

test("D21: of a large list on a slow line it is shown how much was sent", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await page.goto("/clients/imports/new");
  await choose(page, file("large.csv", csv(many(8_000, "Large"))));
  const browser = await page.context().newCDPSession(page);
  const line = (uploadThroughput: number) =>
    browser.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
  await line(100 * 1024);
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByText(/^[1-9]\d+ kB of \d+ kB sent\. Nothing is written yet\.$/)).toBeVisible();
  const bar = page.getByRole("progressbar", { name: "Uploading" });
  const share = await bar.evaluate((it: HTMLProgressElement) => it.position);
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
  await expectAccessible(page);
  await shot(page, "import-uploading");
  await line(-1);
  await expect(figure(page, "Rows")).toHaveText("8,000", { timeout: 60_000 });
  await expect(heading(page, "Check before you import")).toBeVisible();
});

test("D21: what was corrected is shown as it is stored, and is there after a reload", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await upload(page, file("two.csv", csv([row("Alder Dental"), row("Birchwood Law", "EST")])));
  const preview = page.getByRole("region", { name: "The rows of the file" }).first();
  await expect(preview.getByText("Wrong", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Correct row 3" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Timezone").fill("US/Eastern");
  await dialog.getByRole("button", { name: "Check this row" }).click();
  await expect(page.getByText("Row 3 is right now")).toBeVisible();
  await expect(preview.getByText("Wrong", { exact: true })).toHaveCount(0);
  await expect(preview.getByText("→ America/New_York")).toBeVisible();

  await page.reload();
  const rows = page.getByRole("region", { name: "All rows are right" });
  await expect(rows.getByText(/US\/Eastern\s+is stored as\s+America\/New_York/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-all-corrected");
  await rows.getByRole("button", { name: "Change row 3" }).click();
  await expect(dialog.getByLabel("Timezone")).toHaveValue("US/Eastern");
  await dialog.getByLabel("Timezone").fill("America/Chicago");
  await dialog.getByRole("button", { name: "Check this row" }).click();
  await expect(rows.getByText("is stored as")).toHaveCount(0);
  await page.getByRole("button", { name: "Import 2 clients" }).click();
  await expect(page.getByText("2 clients imported.")).toBeVisible({ timeout: 30_000 });
  expect(await counted(partner)).toBe(2);
});

test("D20: a file that is refused says why and what to do", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  for (const [name, content, why] of [
    ["book.csv", Buffer.from("504b0304140000000800", "hex"), /workbook|zip|kind of file|CSV/i],
    ["latin.csv", Buffer.from(csv([row("Müller")]), "latin1"), /UTF-8/],
    ["open.csv", `${HEADER.join(",")}\r\n"Alder,Paula\r\n`, /quote/i],
    ["nothing.csv", "", /empty|nothing/i],
  ] as const) {
    await upload(page, file(name, content));
    await expect(heading(page, "This file cannot be imported"), name).toBeFocused();
    await expect(page.getByRole("region", { name: "What is wrong" }).getByText(why).first(), name).toBeVisible();
    await expect(page.getByText("Nothing of it was imported.")).toBeVisible();
    await expectAccessible(page);
    await shot(page, `import-refused-${name.slice(0, -4)}`);
  }
  await page.getByRole("link", { name: "Upload it again" }).click();
  await expect(heading(page, "Import clients")).toBeFocused();

  await upload(page, file("header.csv", csv([])));
  await expect(page.getByText("The file has a header and no rows, so there is nothing to import.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "import-no-rows");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(heading(page, "Import discarded")).toBeVisible();
  await expect(page.getByText("Nothing was imported.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-discarded");
  expect(await counted(partner)).toBe(0);

  await page.getByRole("link", { name: "Imports", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "latin.csv" }).getByText("Refused").last()).toBeVisible();
  await expectAccessible(page);
  await shot(page, "imports");
});

test("D21: another layout is matched column by column, and the next file with its header is not asked about", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  const theirs = ["Company", "First name", "Last name", "E-Mail", "Notes of ours, with a name that is much longer than any column should have", "Site", "Zone"];
  const cells = (name: string) => {
    const [client = "", first = "", last = "", email = "", site = "", zone = ""] = row(name);
    return [client, first, last, email, "a note", site, zone];
  };
  await upload(page, file("theirs.csv", csv([cells("Alder Dental"), cells("Birchwood Law")], theirs)));
  await expect(heading(page, "This list has other columns")).toBeFocused();
  const match = page.getByRole("region", { name: "Match the columns" });
  await expect(match.getByLabel("Company")).toHaveValue("ClientName");
  await expect(match.getByLabel("E-Mail")).toHaveValue("PrimaryContactEmail");
  await expect(match.getByLabel(/^Notes of ours/)).toHaveValue("");
  await expect(page.getByRole("region", { name: "Why it cannot be read as it is" }).getByText("The first row does not name the columns.")).toBeVisible();
  await match.getByLabel("Zone").selectOption("");
  await match.getByLabel("Site").selectOption("ClientName");
  await expect(match.getByText("Still needed: SiteName, Timezone.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-match");
  await match.getByRole("button", { name: "Match and check again" }).click();
  await expect(match.getByText("ClientName is chosen for another column, too. Choose it once.").first()).toBeVisible();
  await expect(match.getByText("Choose a column of the file for SiteName, Timezone.")).toBeVisible();
  await expect(match.getByLabel("Site")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "import-match-errors");
  await match.getByLabel("Site").selectOption("SiteName");
  await match.getByLabel("Zone").selectOption("Timezone");
  await expect(match.getByText("Everything that is needed is chosen.")).toBeVisible();
  await match.getByRole("button", { name: "Match and check again" }).click();

  await expect(heading(page, "Check before you import")).toBeFocused({ timeout: 30_000 });
  await expect(page.getByText("The columns are read as they were matched")).toBeVisible();
  await expect(figure(page, "Good")).toHaveText("2");
  await expectAccessible(page);
  await shot(page, "import-matched");

  // Matched otherwise: the names change places.
  await page.getByRole("button", { name: "Match otherwise" }).click();
  await expect(match.getByLabel("First name")).toHaveValue("PrimaryContactFirstName");
  await match.getByLabel("First name").selectOption("PrimaryContactLastName");
  await match.getByLabel("Last name").selectOption("PrimaryContactFirstName");
  await expectAccessible(page);
  await shot(page, "import-match-otherwise");
  await match.getByRole("button", { name: "Match and check again" }).click();
  await expect(page.getByRole("columnheader", { name: /^PrimaryContact(First|Last)Name$/ }).first()).toHaveText("PrimaryContactLastName", { timeout: 30_000 });
  await page.getByRole("button", { name: "Import 2 clients" }).click();
  await expect(page.getByText("2 clients imported.")).toBeVisible({ timeout: 30_000 });
  expect(await counted(partner)).toBe(2);

  await upload(page, file("more.csv", csv([cells("Cedar Freight")], theirs)));
  await expect(heading(page, "Check before you import")).toBeFocused();
  await expect(page.getByText("The columns are read as they were matched")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 client", exact: true }).click();
  await expect(page.getByText("1 client imported.")).toBeVisible({ timeout: 30_000 });
});

test("D19 UP-02: the sample is downloaded and imported, and the same file again adds nothing", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await page.goto("/clients/imports");
  await expect(page.getByText("No imports yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "imports-empty");
  await page.getByRole("main").getByRole("link", { name: "Import clients" }).first().click();
  await page.getByLabel("With a second contact").check();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the sample" }).click();
  const sample = await downloading;
  expect(sample.suggestedFilename()).toBe("clients-sample.csv");
  const content = readFileSync(await sample.path());
  expect(content.toString("utf8")).toContain("SecondaryContactName");

  await upload(page, file("clients-sample.csv", content));
  await expect(figure(page, "Good")).toHaveText("1");
  await page.getByRole("button", { name: "Import 1 client", exact: true }).click();
  await expect(page.getByText("1 client imported.")).toBeVisible({ timeout: 30_000 });
  expect(await counted(partner)).toBe(1);
  const first = page.url();

  await upload(page, file("clients-sample.csv", content));
  await expect(page.getByText("This file was uploaded before")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-known");
  await page.getByRole("link", { name: "Show that import" }).click();
  await expect(page).toHaveURL(first);
  await upload(page, file("clients-sample.csv", content));
  await page.getByRole("button", { name: "Check it once more" }).click();
  await expect(heading(page, "Check before you import")).toBeVisible();
  await expect(page.getByText("No row can be imported as it is.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "import-all-wrong");
  expect(await counted(partner)).toBe(1);
});

test("UP-04 D21: a long import is watched, left, reloaded and stopped, and what somebody changed is not undone", async ({ page }) => {
  test.setTimeout(240_000);
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await upload(page, file("long.csv", csv(many(90_000, "Alder"))));
  await expect(heading(page, "Checking the list")).toBeFocused({ timeout: 30_000 });
  // As it is while the check goes on: the page is not told how far it is by now.
  await page.route("**/api/v1/client-imports/*", (route) => route.abort());
  await expect(page.getByText("Gangway cannot be reached now.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-checking");
  await page.unroute("**/api/v1/client-imports/*");
  await expect(heading(page, "Check before you import")).toBeFocused({ timeout: 90_000 });
  await expect(figure(page, "Good")).toHaveText("90,000");
  await expect(page.getByRole("heading", { name: "The first 10 rows of the file" })).toBeVisible();
  await page.getByRole("button", { name: "Import 90,000 clients" }).click();
  await expect(heading(page, "Importing clients")).toBeFocused();
  await expect(page.getByRole("progressbar", { name: "Importing" })).toBeVisible();
  const told = page.getByText(/^[\d,]+ of 90,000 clients$/);
  const before = await told.innerText();
  await expect.poll(() => told.innerText(), { timeout: 10_000 }).not.toBe(before);
  await expectAccessible(page);
  await shot(page, "import-importing");

  // The way there and back, and a reload, leave it alone.
  await page.getByRole("link", { name: "Imports", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "long.csv" }).getByText("Importing").last()).toBeVisible();
  await page.getByRole("link", { name: "long.csv" }).click();
  await expect(heading(page, "Importing clients")).toBeVisible();
  await page.reload();
  await expect(heading(page, "Importing clients")).toBeVisible();

  // The server does not answer for a while.
  await page.route("**/api/v1/client-imports/*", (route) => route.abort());
  await expect(page.getByText("Gangway cannot be reached now.")).toBeVisible();
  await shot(page, "import-importing-away");
  await page.unroute("**/api/v1/client-imports/*");
  await expect(page.getByText("Gangway cannot be reached now.")).toHaveCount(0);

  await page.getByRole("button", { name: "Stop importing" }).click();
  await expect(heading(page, "Import stopped")).toBeFocused();
  const words = await page.getByText(/imported before it was stopped/).innerText();
  const made = Number(/^[\d,]+/.exec(words)?.[0].replaceAll(",", ""));
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(90_000);
  expect(await counted(partner)).toBe(made);
  await expectAccessible(page);
  await shot(page, "import-stopped");

  // Somebody changes one of them: nothing is deleted, and it is named.
  type Listed = { data: { id: string; name: string }[] };
  const [changed] = (await call<Listed>("GET", "/api/v1/clients?limit=1", 200, { token: partner.token })).data;
  if (changed === undefined) throw new Error("no client");
  const record = `${process.env.GANGWAY_URL}/api/v1/clients/${changed.id}/record`;
  const read = await fetch(record, { headers: { authorization: `Bearer ${partner.token}` } });
  const headers = { "if-match": read.headers.get("etag") ?? "" };
  await call("PATCH", `/api/v1/clients/${changed.id}/record`, 200, { token: partner.token, headers, body: { email: "desk@alder.example" } });
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Undo this import" }).click();
  await dialog.getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByRole("link", { name: `${changed.name} was changed since.` })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "import-undo-refused");
  expect(await counted(partner)).toBe(made);
});

test("A34 D21: imports say when they cannot be had, and show only what one may do", async ({ page, browser }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await upload(page, file(`${"a very long name of a file ".repeat(8)}.csv`, csv([...many(30, "Birch").map((cells) => [...cells.slice(0, 5), "EST"]), row("Cedar")])));
  await expect(page.getByRole("heading", { name: "30 rows are wrong" })).toBeVisible();

  // Page after page of wrong rows.
  const items = page.getByRole("button", { name: /^Correct row/ });
  await expect(items).toHaveCount(25);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(items).toHaveCount(30);
  await shot(page, "import-long");

  await page.route("**/api/v1/client-imports?*", (route) => route.abort());
  await page.route("**/api/v1/client-imports", (route) => route.abort());
  await page.getByRole("link", { name: "Imports", exact: true }).click();
  await expect(page.getByText("Gangway cannot be reached.")).toBeVisible();
  await shot(page, "imports-away");
  await page.unroute("**/api/v1/client-imports?*");
  await page.unroute("**/api/v1/client-imports");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: /a very long name of a file/ }).click();
  await expect(heading(page, "Check before you import")).toBeFocused();

  await page.route("**/api/v1/client-imports/*", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("Gangway cannot be reached.")).toBeVisible();
  await shot(page, "import-away");
  await page.unroute("**/api/v1/client-imports/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "30 rows are wrong" })).toBeVisible();
  await page.goto("/clients/imports/01890a5d-ac96-774b-bcce-b302099a8057");
  await expect(page.getByText("This import is not here")).toBeVisible();
  await expectAccessible(page);

  // An upload that fails can be sent again, and is one import.
  await page.goto("/clients/imports/new");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).focus();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(file("small.csv", csv([row("Dogwood")])));
  await page.route("**/api/v1/client-imports?*", (route) => route.abort());
  await page.getByRole("button", { name: "Upload and check" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Gangway cannot be reached.")).toBeVisible();
  await shot(page, "import-new-away");
  await page.unroute("**/api/v1/client-imports?*");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Check before you import")).toBeFocused();
  await page.getByRole("button", { name: "Import 1 client", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 client imported.")).toBeVisible({ timeout: 30_000 });

  // A file that is dropped is chosen as well.
  await page.goto("/clients/imports/new");
  const dropped = await page.evaluateHandle(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["ClientName\n"], "dropped.csv", { type: "text/csv" }));
    return carried;
  });
  await page.getByRole("group", { name: "List to import" }).dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("dropped.csv")).toBeVisible();

  // A sales rep imports lists of their own and deletes nothing; a technician imports nothing.
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await signInAt(theirs, await staff(partner, "sales_rep", newPerson("Sally", "Sales")));
  await theirs.goto("/clients/imports");
  await expect(theirs.getByText("No imports yet")).toBeVisible();
  await upload(theirs, file("mine.csv", csv([row("Elm Bakery")])));
  await theirs.getByRole("button", { name: "Import 1 client", exact: true }).click();
  await expect(theirs.getByText("1 client imported.")).toBeVisible({ timeout: 30_000 });
  await expect(theirs.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await context.close();
  const other = await browser.newContext();
  const technician = await other.newPage();
  await signInAt(technician, await staff(partner, "technician"));
  await technician.goto("/clients");
  await expect(technician.getByText("As soon as you are made the engineer of one, it is here.")).toBeVisible();
  await expect(technician.getByRole("link", { name: /^Import/ })).toHaveCount(0);
  await technician.goto("/clients/imports/new");
  await expect(technician.getByRole("button", { name: "Choose a file" })).toHaveCount(0);
  await other.close();
});
