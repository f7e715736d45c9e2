import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { companyName, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { step } from "../support/wizard.ts";

test("B3 B13: a company is made by hand, with its first user, who goes on in the wizard", async ({ page, browser }) => {
  const partner = await makePartner();
  const administrator = newPerson("Adam", "Administrator");
  const company = companyName();
  await signInAt(page, partner.owner);

  // Partners who say "Companies" have "New Company".
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("radio", { name: /Companies/ }).check();
  // Somebody else saves meanwhile: nothing that was entered here is lost.
  await call("PATCH", "/api/v1/partner", 200, { token: partner.token, body: { support_name: "Sandy Support" }, headers: { "if-match": '"v1"' } });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Someone else changed this")).toBeVisible();
  await expect(page.getByRole("radio", { name: /Companies/ })).toBeChecked();
  await expectAccessible(page);
  await shot(page, "partner-settings-conflict");
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(page.getByLabel(/^Name/)).toHaveValue("Sandy Support");
  await page.getByRole("radio", { name: /Companies/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Settings saved")).toBeVisible();
  await page.getByRole("link", { name: "Companies", exact: true }).click();
  await expect(page.getByText("No companies yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "clients-empty");

  await page.getByRole("button", { name: "New Company" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Create a new company/ }).check();
  await expectAccessible(page);
  await shot(page, "new-company-by-hand");
  await dialog.getByRole("button", { name: "Create company" }).click();
  await expect(dialog.getByText("Some fields need another look")).toBeVisible();
  await expect(dialog.getByLabel("Company name")).toBeFocused();
  await shot(page, "new-company-by-hand-errors");
  await dialog.getByLabel("Company name").fill(company);
  await dialog.getByLabel(/^Web ?site/).fill("companyname.com");
  await dialog.getByLabel("Reply-to address").fill("hello@companyname.com");
  await dialog.getByLabel(/^(Address|Street and number)$/).fill("1 Harbor Street");
  await dialog.getByLabel("City").fill("Portland");
  await dialog.getByLabel("First Name").fill(administrator.firstName);
  await dialog.getByLabel("Last Name").fill(administrator.lastName);
  await dialog.getByLabel("Email", { exact: true }).fill(administrator.email);
  await dialog.getByRole("button", { name: "Create company" }).click();
  await expect(dialog.getByLabel(/^Web ?site/)).toBeFocused();
  await dialog.getByLabel(/^Web ?site/).fill("https://www.companyname.com");
  await dialog.getByRole("button", { name: "Create company" }).click();

  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-invited");

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(linkIn(await mailTo(administrator.email), "/invite"));
  await expect(other.getByLabel("First name")).toHaveValue("Adam");
  await other.getByLabel("Password", { exact: true }).fill(administrator.password);
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(step(other, "Company Info").or(step(other, "Enable SMS"))).toBeVisible();
  await other.goto("/setup/company_info");
  await expect(other.getByLabel("Company name")).toHaveValue(company);
  await context.close();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Companies" }).click();
  await expect(page.getByRole("link", { name: company })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "clients");
  await page.getByLabel("Search by name or email").fill("nobody has this name");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await shot(page, "clients-nothing-found");
});
