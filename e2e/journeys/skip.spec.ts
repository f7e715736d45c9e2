import { inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { mailsTo } from "../support/mailbox.ts";
import { companyName, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { doCompanyInfo, doCredentials, step } from "../support/wizard.ts";

test("B14 B21 B27: every optional step is skipped, and done later from the dashboard", async ({ page, browser }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  await doCredentials(page, link, person);
  await doCompanyInfo(page, companyName());
  await page.getByRole("button", { name: "Continue without text messaging" }).click();
  await expect(step(page, "Enable Application")).toBeVisible();
  await page.getByRole("button", { name: "I'll do this later" }).click();
  await expect(step(page, "Invite Team")).toBeVisible();
  await page.getByRole("button", { name: "I'll do this later" }).click();

  await expect(page.getByText("2 of 5 steps done")).toBeVisible();
  await expect(page.getByText("None yet. Without one, customers cannot text you.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "dashboard-skipped");
  expect(await mailsTo(person.email)).toHaveLength(1);

  // The number comes later.
  await page.getByRole("link", { name: "Finish Enable SMS" }).click();
  await page.getByRole("button", { name: "Enable an SMS Number" }).click();
  await expect(page.getByText("Your number")).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("3 of 5 steps done")).toBeVisible();

  // The partner sees what was left for later.
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAt(other, partner.owner);
  await other.getByRole("link", { name: person.email }).click();
  await expect(other.getByText("3 of 5 steps done")).toBeVisible();
  await expect(other.getByText("Left for later").first()).toBeVisible();
  await expectAccessible(other);
  await shot(other, "client-half-way");
  await context.close();
});
