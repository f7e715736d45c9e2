import { call, inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { companyName, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { doCompanyInfo, doCredentials, fillCompanyInfo, saved, step } from "../support/wizard.ts";

test("B27 B34: the wizard is left and resumed on another device, with what was typed", async ({ page, browser }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);

  // What is typed before there is an account is kept too.
  await page.goto(link);
  await saved(page, person.firstName, () => page.getByLabel("First name").fill(person.firstName));
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue(person.firstName);

  // Even when the page is left before the pause after the last key.
  await page.getByLabel("Last name").fill(person.lastName);
  await page.reload();
  await expect(page.getByLabel("Last name")).toHaveValue(person.lastName);

  await doCredentials(page, link, person);
  await saved(page, "Portland", () => fillCompanyInfo(page, "Half a na"));
  await page.reload();
  await expect(page.getByLabel("Company name")).toHaveValue("Half a na");
  await expect(page.getByLabel("City")).toHaveValue("Portland");

  // Another device: signing in is enough, the link is not needed.
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAt(other, person);
  await expect(other.getByText("1 of 5 steps done")).toBeVisible();
  await expectAccessible(other);
  await shot(other, "dashboard-half-way");
  await other.getByRole("link", { name: "Continue set-up" }).click();
  await expect(step(other, "Company Info")).toBeVisible();
  await expect(other.getByLabel("Company name")).toHaveValue("Half a na");
  await expect(other.getByLabel("Street and number")).toHaveValue("1 Harbor Street");
  const company = companyName();
  await doCompanyInfo(other, company);

  // Back loses nothing; the browser's own buttons work as well.
  await other.getByRole("button", { name: "Back" }).click();
  await expect(step(other, "Company Info")).toBeVisible();
  await expect(other.getByLabel("Company name")).toHaveValue(company);
  await other.goBack();
  await expect(step(other, "Enable SMS")).toBeVisible();
  await other.goForward();
  await expect(step(other, "Company Info")).toBeVisible();
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(step(other, "Enable SMS")).toBeVisible();

  // A step that is not open yet leads to the one that is.
  await other.goto("/setup");
  await expect(step(other, "Enable SMS")).toBeVisible();
  await context.close();
});

test("B34: what was typed right before a page was left is there again, even when its save was lost", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  const drafts = "**/draft";
  await page.goto(link);
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(person.email);
  await page.route(drafts, (route) => route.abort());
  await page.getByLabel("Last name").fill(person.lastName);
  await page.reload();
  await expect(page.getByLabel("Last name")).toHaveValue(person.lastName);
  // It is sent again, and then nothing of it stays in the browser.
  const stored = page.waitForResponse((answer) => answer.ok() && answer.url().endsWith("/draft"));
  await page.unroute(drafts);
  await stored;
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.getByLabel("Last name")).toHaveValue(person.lastName);

  // The same in the set-up; and going back and forth there keeps what is typed.
  await doCredentials(page, link, person);
  await page.route(drafts, (route) => route.abort());
  await page.getByLabel("Company name").fill("Half a na");
  await page.reload();
  await expect(page.getByLabel("Company name")).toHaveValue("Half a na");
  await page.getByLabel("City").fill("Port");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(step(page, "Credentials")).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Company name")).toHaveValue("Half a na");
  await expect(page.getByLabel("City")).toHaveValue("Port");

  // What is kept while the tab is left knows nobody who comes after the person.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  expect(await page.evaluate(() => sessionStorage.getItem("gangway.typed"))).toContain("Port");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("B27 B34: two tabs of the wizard do not destroy each other's work", async ({ page, context }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  await doCredentials(page, link, person);

  const second = await context.newPage();
  await second.goto("/setup");
  await expect(step(second, "Company Info")).toBeVisible();
  await saved(page, "From the first tab", () => page.getByLabel("Company name").fill("From the first tab"));
  await saved(second, "Boston", () => second.getByLabel("City").fill("Boston"));
  await page.reload();
  await expect(page.getByLabel("Company name")).toHaveValue("From the first tab");
  await expect(page.getByLabel("City")).toHaveValue("Boston");

  // One tab is ahead; the other goes on from where it is, and nothing is done twice.
  await doCompanyInfo(page, companyName());
  await page.getByRole("button", { name: "Enable an SMS Number" }).click();
  await expect(page.getByText("Your number")).toBeVisible();
  const number = await page.getByText(/^\+1 \d{3} 555 \d{4}$/).innerText();
  await second.goto("/setup/enable_sms");
  await expect(second.getByText(number)).toBeVisible();
  await expect(second.getByRole("button", { name: "Enable an SMS Number" })).toHaveCount(0);

  // Signing out in one tab signs the other out.
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(second.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("B27: an address without the step before it leads to the step that is open", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  await doCredentials(page, link, person);
  await page.goto("/setup/invite_team");
  await expect(step(page, "Company Info")).toBeVisible();
  await expect(page).toHaveURL(/\/setup\/company_info$/);
  const list = await call<{ data: { status: string; step: string }[] }>("GET", "/api/v1/invites", 200, { token: partner.token });
  expect(list.data[0]).toMatchObject({ status: "accepted", step: "company_info" });
});
