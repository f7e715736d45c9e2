import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { type Partner, type Person, call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { accept, companyName, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

type Made = { id: string; name: string };

/** What a record needs, and no more. */
function record(name: string) {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").slice(0, 40);
  return {
    name,
    primary_contact: { first_name: "Paula", last_name: "Primary", email: `paula@${slug}.example` },
    sites: [{ name: "Main office", is_headquarters: true, time_zone: "America/New_York" }],
  };
}

/** Writes a client down by API. */
async function written(partner: Partner, name = companyName("Alder Dental"), more: object = {}): Promise<Made> {
  return call<Made>("POST", "/api/v1/clients/records", 201, { token: partner.token, body: { ...record(name), ...more } });
}

/** A member of the staff who has accepted the invitation. */
async function staff(partner: Partner, role: string, person = newPerson("Tara", "Technician")): Promise<Person> {
  const { email, firstName: first_name, lastName: last_name } = person;
  await call("POST", "/api/v1/users", 201, { token: partner.token, body: { first_name, last_name, email, role } });
  await accept(linkIn(await mailTo(email), "/invite"), person);
  return person;
}

/** Chooses from a list that is narrowed down by typing. */
async function choose(within: Page | Locator, label: string, words: string): Promise<void> {
  const field = within.getByRole("combobox", { name: label });
  await field.click();
  await field.fill(words);
  await field.press("Enter");
}

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

test("D1 D3 D4 D5 D6: a client is written down with everything, and its page shows it", async ({ page }) => {
  const partner = await makePartner();
  const name = companyName("Alder Dental");
  await signInAt(page, partner.owner);

  // Fields of the partner's own, in an order of its own.
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("link", { name: "Manage fields" }).click();
  await expect(page.getByText("No fields yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "custom-fields-empty");
  const dialog = page.getByRole("dialog");
  const field = async (title: string, kind: string, choices = "", needed = false) => {
    await page.getByRole("button", { name: "New field" }).first().click();
    await dialog.getByLabel("Name").fill(title);
    await dialog.getByLabel("What it holds").selectOption(kind);
    if (kind === "Choice") {
      await dialog.getByRole("button", { name: "Save field" }).click();
      await expect(dialog.getByText("Add what can be chosen.")).toBeVisible();
      await expectAccessible(page);
      await shot(page, "custom-fields-new");
      await dialog.getByLabel("Choices").fill(choices);
    }
    if (needed) await dialog.getByLabel("Needed to save").check();
    await dialog.getByRole("button", { name: "Save field" }).click();
    await expect(page.getByText(`“${title}” is saved`)).toBeVisible();
  };
  await field("Contract number", "Number");
  await field("Level of service", "Choice", "Gold\nSilver", true);
  await field("Contract ends", "Date");
  await field("Old habit", "Yes or no");
  await page.getByRole("button", { name: "Move Level of service up" }).click();
  const listed = () => page.getByRole("main").getByRole("listitem").allInnerTexts();
  await expect.poll(async () => (await listed())[0]).toContain("Level of service");
  await expect(page.getByRole("button", { name: "Move Level of service down" })).toBeFocused();
  await page.getByRole("button", { name: "Actions for Old habit" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(part(page, "Archived").getByText("Old habit")).toBeVisible();
  await page.getByRole("button", { name: "Actions for Contract number" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await dialog.getByLabel("Name").fill("Contract no.");
  await dialog.getByRole("button", { name: "Save field" }).click();
  await expect(page.getByText("Contract no.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "custom-fields");

  // A group of the staff.
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await page.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(page.getByText("No groups yet")).toBeVisible();
  await shot(page, "groups-empty");
  await page.getByRole("button", { name: "New group" }).first().click();
  await dialog.getByLabel("Name").fill("Service Desk");
  await dialog.getByRole("checkbox", { name: /Olivia Owner/ }).check();
  await expectAccessible(page);
  await shot(page, "groups-new");
  await dialog.getByRole("button", { name: "Save group" }).click();
  await expect(page.getByRole("cell", { name: "Olivia Owner" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "groups");

  // From the dialog to the form.
  await page.getByRole("link", { name: "Clients", exact: true }).click();
  await page.getByRole("button", { name: "New Client" }).first().click();
  await dialog.getByRole("radio", { name: /Write down a record/ }).check();
  await expectAccessible(page);
  await shot(page, "new-client-record-choice");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(heading(page, "New client")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "client-record-new");
  await page.getByRole("button", { name: "Save client" }).click();
  await expect(page.getByText("Some fields need another look")).toBeVisible();
  await expect(page.getByLabel("Client name")).toBeFocused();
  await expect(page.getByText("Fill in Level of service.").last()).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-record-errors");

  await page.getByLabel("Client name").fill(name);
  await page.getByLabel("Company email").fill("office@alder.example");
  const details = part(page, "Details");
  await details.getByLabel("Phone number").fill("(202) 555-0143");
  const primary = part(page, "Primary contact");
  await primary.getByLabel("First name").fill("Paula");
  await primary.getByLabel("Last name").fill("Primary");
  // Nobody is the first contact in their own eyes.
  await primary.getByLabel("Contact email").fill(partner.owner.email);
  await primary.getByLabel("Phone number").fill("+44 20 7946 0958");
  await page.getByLabel("There is a second person to turn to").check();
  await part(page, "Secondary contact").getByLabel("First name").fill("Otto");

  const first = page.getByRole("group", { name: "Site 1", exact: true });
  await first.getByLabel("Site name").fill("Main office");
  await expect(first.getByLabel("Time zone")).toHaveValue(/New York/);
  await expect(first.getByText("Headquarters")).toBeVisible();
  await page.getByRole("button", { name: "Add a site" }).click();
  const second = page.getByRole("group", { name: "Site 2", exact: true });
  await expect(second.getByLabel("Site name")).toBeFocused();
  await second.getByLabel("Site name").fill("Workshop");
  await choose(second, "Country", "Germany");
  await choose(second, "State or region", "Bayern");
  await second.getByLabel("City").fill("München");
  await choose(second, "Time zone", "Europe Berlin");
  await second.getByRole("radio", { name: "Headquarters" }).check();
  await first.getByLabel("City").fill("Portland");

  await page.getByLabel("The hours are known").check();
  await expect(page.getByLabel("Monday, hours 1, from")).toHaveValue("09:00");
  await page.getByRole("button", { name: "Add a holiday" }).click();
  const holiday = page.getByRole("group", { name: "Holiday 1", exact: true });
  await holiday.getByLabel("Name").fill("Christmas Day");
  await holiday.getByRole("textbox", { name: "Day", exact: true }).fill("2026-12-25");
  await holiday.getByLabel("Every year on this date").check();
  await page.getByLabel("Email domains").fill("gmail.com, alder.example");
  await choose(page, "Account manager", "Olivia");
  await page.getByRole("checkbox", { name: "Service Desk" }).check();
  await page.getByLabel("Contract no.").fill("1,250");
  await page.getByLabel("Level of service").selectOption("Gold");
  await page.getByLabel("Contract ends").fill("2027-06-30");
  await page.getByRole("button", { name: "Save client" }).click();
  for (const message of [
    /Enter the country's code, like 1/,
    /Choose the state, province or region, too/,
    /gmail.com: Everybody can have an address/,
    /Enter a number in digits/,
  ]) {
    await expect(page.getByText(message).last()).toBeVisible();
  }
  await details.getByLabel("Country code").fill("1");
  await choose(first, "State or region", "Maine");
  await page.getByLabel("Email domains").fill("alder.example");
  await page.getByLabel("Contract no.").fill("1250");
  await shot(page, "client-record-filled");
  await page.getByRole("button", { name: "Save client" }).click();
  await expect(primary.getByText("Enter the address of somebody at the client, not your own.")).toBeVisible();
  await primary.getByLabel("Contact email").fill("paula@alder.example");
  await page.getByRole("button", { name: "Save client" }).click();

  await expect(heading(page, name)).toBeVisible();
  const company = part(page, "Company");
  await expect(company.getByRole("link", { name: "+1 202 555 0143" })).toHaveAttribute("href", "tel:+12025550143");
  for (const words of ["Not invited", "office@alder.example", "alder.example", "Olivia Owner", "Service Desk"]) {
    await expect(company.getByText(words, { exact: true })).toBeVisible();
  }
  const contacts = part(page, "Contacts");
  await expect(contacts.getByText("Paula Primary")).toBeVisible();
  await expect(contacts.getByRole("link", { name: /^\+44/ })).toHaveAttribute("href", "tel:+442079460958");
  await expect(contacts.getByText("Otto")).toBeVisible();
  const sites = part(page, "Sites");
  const workshop = sites.getByRole("listitem").filter({ hasText: "Workshop" });
  await expect(workshop.getByText("Headquarters")).toBeVisible();
  await expect(workshop.getByText("München, Bayern")).toBeVisible();
  await expect(sites.getByText("Portland, Maine")).toBeVisible();
  const hours = part(page, "Business hours");
  await expect(hours.getByText("On the clock of the headquarters, Europe/Berlin.")).toBeVisible();
  await expect(hours.getByText("9:00 AM to 5:00 PM")).toHaveCount(5);
  await expect(hours.getByText("every December 25: Closed")).toBeVisible();
  const properties = part(page, "Additional properties");
  for (const words of ["Gold", "1250", "Jun 30, 2027"]) await expect(properties.getByText(words)).toBeVisible();
  await expect(part(page, "Set-up").getByText("Nobody at the company was invited to set it up.")).toBeVisible();
  await expect(part(page, "History").getByText(`made the client ${name}`)).toBeVisible();

  // A logo.
  const logo = part(page, "Logo");
  const choosing = page.waitForEvent("filechooser");
  await logo.getByRole("button", { name: "Choose a logo" }).click();
  await (await choosing).setFiles({ name: "logo.png", mimeType: "image/png", buffer: PICTURE });
  await expect(logo.getByRole("img", { name: `Logo of ${name}` })).toBeVisible();
  await expect(page.getByText("The logo is saved")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-record");
  await logo.getByRole("button", { name: "Remove logo" }).click();
  await expect(logo.getByRole("img")).toHaveCount(0);
});

/** A green disk, 96 pixels wide. */
const PICTURE = Buffer.from(
  [
    "iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAIAAABt+uBvAAABRklEQVR42u3d0XWEMAwEQJWRqtJPqk8KyIWAZWxOGj0KsOcTtEt8",
    "m8MJBIAAAWoH9PH1OfZUBhpG2YsV70izkine1GWZVBSguZUpytDcxBT1dOYaRT2auUxRWGeKUdTWyRtFbZo8UzTRGTaKPjpjRtFK",
    "Z8AouulcNQI0D6iMziWj6Klz3ija6pw0ApQGKqxzxiia6/xrBCgB1ETn2AjQKFArnQMjQIDuAGqo85cRoOtAbXVeGgECBGgpUHOd",
    "30aAAAECBAgQIECAAAECBAgQIECAAAECNA7EyEt7QIA2A/k2DygNZD8IEKC7gWy5AkoD2bQHlAaS9pEXE6hbACSzKvUsNz+kA0h3",
    "R05H+4v+oJyOBiodZgkaLXh6FB/So/hMplmX0uW6Fmg70/S76JPeB7RG6u7D67R/DNAUrPVH9V8NQIAA7ZwfXTBdqqoyGjQAAAAA",
    "SUVORK5CYII=",
  ].join(""),
  "base64",
);

test("D3: two edit the same client: what one left alone stays as the other saved it", async ({ page, context }) => {
  const partner = await makePartner();
  const { id, name } = await written(partner, companyName("Birchwood Law"), {
    phone: { code: "1", number: "2025550143" },
    email_domains: ["birchwood.example"],
  });
  await signInAt(page, partner.owner);
  await page.goto(`/clients/${id}`);
  await page.getByRole("link", { name: "Edit client" }).click();
  await expect(heading(page, "Edit client")).toBeFocused();
  await expect(page.getByLabel("Client name")).toHaveValue(name);
  await expectAccessible(page);
  await shot(page, "client-record-edit");

  const other = await context.newPage();
  await other.goto(page.url());
  await part(other, "Details").getByLabel("Phone number").fill("2025550199");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(heading(other, name)).toBeVisible();

  await page.getByLabel("Company email").fill("office@birchwood.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Someone else changed this")).toBeVisible();
  await expect(page.getByText("They changed the phone.")).toBeVisible();
  await expect(page.getByLabel("Company email")).toHaveValue("office@birchwood.example");
  await expectAccessible(page);
  await shot(page, "client-record-conflict");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(heading(page, name)).toBeVisible();
  const company = part(page, "Company");
  await expect(company.getByText("office@birchwood.example")).toBeVisible();
  await expect(company.getByRole("link", { name: "+1 202 555 0199" })).toBeVisible();

  // The other way: theirs is shown, and goes on from there.
  await page.getByRole("link", { name: "Edit client" }).click();
  await expect(page.getByLabel("Company email")).toHaveValue("office@birchwood.example");
  await other.getByRole("link", { name: "Edit client" }).click();
  await expect(other.getByLabel("Company email")).toHaveValue("office@birchwood.example");
  await other.getByLabel("Company email").fill("desk@birchwood.example");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(heading(other, name)).toBeVisible();
  await page.getByLabel("Company email").fill("mine@birchwood.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(page.getByLabel("Company email")).toHaveValue("desk@birchwood.example");

  // What another client has is told at its field.
  const taken = await written(partner, companyName("Cedar Freight"), { email_domains: ["cedar.example"] });
  await page.getByLabel("Client name").fill(taken.name.toUpperCase());
  await page.getByLabel("Email domains").fill("birchwood.example\ncedar.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Another client has this name. Add a place or legal form.").last()).toBeVisible();
  await expect(page.getByText(/cedar.example: Another client has this domain/).last()).toBeVisible();
  await expect(page.getByLabel("Client name")).toBeFocused();
});

test("A34 A26: the list is searched, narrowed down and ordered; several are deleted and one is restored", async ({ page }) => {
  const partner = await makePartner();
  const long = `${"Very long name of a company ".repeat(9)}Ltd`.slice(0, 250);
  const [alder, birch, cedar] = [await written(partner), await written(partner, companyName("Birchwood Law")), await written(partner, long)];
  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Clients", exact: true }).click();
  const list = page.getByRole("table");
  const link = (client: Made) => list.getByRole("link", { name: client.name, exact: true });
  for (const client of [alder, birch, cedar]) await expect(link(client)).toBeVisible();
  await expect(page.getByText("3 clients", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "clients-list");

  // A test client by one press, marked from then on.
  await page.getByRole("button", { name: "New test client" }).click();
  await expect(page.getByText("Made to try things out, of made-up data. It is never exported.")).toBeVisible();
  await expect(part(page, "Business hours").getByText("9:00 AM to 5:00 PM")).toHaveCount(5);
  await expectAccessible(page);
  await shot(page, "client-test");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Clients" }).click();
  await expect(page.getByText("4 clients", { exact: true })).toBeVisible();
  await expect(list.getByText("Test", { exact: true })).toHaveCount(1);
  await page.getByLabel("Test clients").selectOption("Without test clients");
  await expect(page.getByText("3 clients", { exact: true })).toBeVisible();

  // All as a file: those made to try things out are not among them.
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("clients.csv");
  const rows = readFileSync(await file.path(), "utf8").trim().split("\r\n");
  expect(rows.slice(1).map((row) => row.slice(0, 5))).toEqual(["Alder", "Birch", "Very "]);

  // The order, and Back to the same list.
  const names = async () => (await list.locator("tbody a").allInnerTexts()).map((name) => name.slice(0, 5));
  await list.getByRole("button", { name: "Name" }).click();
  await expect.poll(names).toEqual(["Alder", "Birch", "Very "]);
  await list.getByRole("button", { name: "Name" }).click();
  await expect.poll(names).toEqual(["Very ", "Birch", "Alder"]);
  await expect(list.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await link(birch).click();
  await expect(heading(page, birch.name)).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Test clients")).toHaveValue("false");
  await expect.poll(names).toEqual(["Very ", "Birch", "Alder"]);

  await page.getByLabel("Search by name or email").fill("birchwood");
  await expect(page.getByText("1 client", { exact: true })).toBeVisible();
  await page.getByLabel("Status").selectOption("Active");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await shot(page, "clients-list-nothing");
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(page.getByText("4 clients", { exact: true })).toBeVisible();

  // Other columns, here and after a reload.
  await expect(list.getByRole("columnheader", { name: "Place" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("dialog").getByLabel("Place").check();
  await page.getByRole("dialog").getByLabel("Step reached").uncheck();
  await expectAccessible(page);
  await shot(page, "clients-columns");
  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await expect(list.getByRole("columnheader", { name: "Place" })).toBeVisible();
  await expect(list.getByRole("columnheader", { name: "Step reached" })).toHaveCount(0);

  // Several are deleted, after a question that names them.
  await page.getByRole("checkbox", { name: `Select ${alder.name}` }).check();
  await page.getByRole("checkbox", { name: `Select ${cedar.name}` }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Delete 2 clients?" })).toBeVisible();
  await expect(dialog.getByText(new RegExp(alder.name))).toBeVisible();
  await expectAccessible(page);
  await shot(page, "clients-delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(/2 clients deleted. They can be restored until/)).toBeVisible();
  await expect(page.getByText("2 clients", { exact: true })).toBeVisible();

  await page.getByLabel("Status").selectOption("Deleted");
  await expect(link(alder)).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "clients-deleted");
  await page.getByRole("row").filter({ hasText: alder.name }).getByRole("button", { name: "Restore" }).click();
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText(`${alder.name} is restored`)).toBeVisible();
  await expect(link(alder)).toHaveCount(0);

  // The page of a deleted one says so, and what stands in the way of restoring it.
  const again = await written(partner, cedar.name, { primary_contact: { first_name: "P", last_name: "Q", email: "other@example.com" } });
  await page.reload();
  await link(cedar).click();
  await expect(page.getByText(`${cedar.name} is deleted`)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-deleted");
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText(/Another client has this name/)).toBeVisible();
  await page.goto(`/clients/${again.id}`);
  await page.getByRole("button", { name: `Actions for ${cedar.name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("note").getByText(`${cedar.name} is deleted`)).toBeVisible();
  await page.goto(`/clients/${cedar.id}`);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(heading(page, cedar.name)).toBeVisible();
  await expect(part(page, "Contacts").getByText("Paula Primary")).toBeVisible();
});

test("A12 A13: a technician sees what is assigned, edits it, and loses it at once", async ({ page, browser }) => {
  const partner = await makePartner();
  const [mine, others] = [await written(partner, companyName("Driftwood Hotel")), await written(partner)];
  const technician = await staff(partner, "technician");
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await signInAt(theirs, technician);
  await theirs.getByRole("link", { name: "Clients", exact: true }).click();
  await expect(theirs.getByText("As soon as you are made the engineer of one, it is here.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: /^New/ })).toHaveCount(0);
  await shot(theirs, "clients-technician");

  await signInAt(page, partner.owner);
  await page.goto(`/clients/${mine.id}`);
  const engineers = part(page, "Engineers");
  await engineers.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(engineers.getByText("Choose somebody of your staff.")).toBeVisible();
  await choose(engineers, "Assign an engineer", "Tara");
  await engineers.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(engineers.getByRole("listitem").filter({ hasText: "Tara Technician" })).toBeVisible();
  await expect(part(page, "History").getByText(/Tara Technician/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-engineers");

  await theirs.reload();
  await theirs.getByRole("link", { name: mine.name }).click();
  await expect(heading(theirs, mine.name)).toBeVisible();
  // Who may not manage clients has no button for it.
  await expect(theirs.getByRole("button", { name: "Assign", exact: true })).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: /^Remove Tara/ })).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
  await expectAccessible(theirs);
  await shot(theirs, "client-technician");
  await theirs.goto(`/clients/${others.id}`);
  await expect(theirs.getByText("This client is not here")).toBeVisible();
  await expectAccessible(theirs);
  await shot(theirs, "client-not-here");

  await theirs.goto(`/clients/${mine.id}/edit`);
  await theirs.getByLabel("Company email").fill("front@driftwood.example");
  await theirs.getByRole("button", { name: "Save changes" }).click();
  await expect(part(theirs, "Company").getByText("front@driftwood.example")).toBeVisible();

  // The assignment ends while the page is open.
  await theirs.getByRole("link", { name: "Edit client" }).click();
  await theirs.getByLabel("Company email").fill("late@driftwood.example");
  await engineers.getByRole("button", { name: "Remove Tara Technician" }).click();
  await expectAccessible(page);
  await shot(page, "client-engineer-remove");
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(engineers.getByText("Nobody is assigned yet.")).toBeVisible();
  await theirs.getByRole("button", { name: "Save changes" }).click();
  await expect(theirs.getByRole("alert").getByText(/Not found/)).toBeVisible();
  await expect(theirs.getByLabel("Company email")).toHaveValue("late@driftwood.example");
  await theirs.reload();
  await expect(theirs.getByText("This client is not here")).toBeVisible();
  await context.close();
});

test("A34: the list says when it cannot be had, and is worked by keyboard", async ({ page }) => {
  const partner = await makePartner();
  const client = await written(partner);
  await signInAt(page, partner.owner);
  await page.route("**/api/v1/clients?*", (route) => route.abort());
  await page.getByRole("link", { name: "Clients", exact: true }).click();
  await expect(page.getByText("Gangway cannot be reached.")).toBeVisible();
  await shot(page, "clients-away");
  await page.unroute("**/api/v1/clients?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: client.name })).toBeVisible();

  const box = page.getByRole("checkbox", { name: "Select all that are shown" });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 client", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: client.name }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, client.name)).toBeFocused();

  await page.route(`**/api/v1/clients/${client.id}/record`, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await shot(page, "client-away");
  await page.unroute(`**/api/v1/clients/${client.id}/record`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(part(page, "Contacts").getByText("Paula Primary")).toBeVisible();
});
