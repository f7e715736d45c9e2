import { inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo, mailsTo } from "../support/mailbox.ts";
import { companyName, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { fillCompanyInfo, fillCredentials, saved, step } from "../support/wizard.ts";

test("B3 B6 B7 B11 B12 B13 B14 B21 B24 B26: from the invitation to the client's dashboard", async ({ page, browser }) => {
  const partner = await makePartner();
  const client = newPerson();
  const company = companyName();

  // The partner invites.
  await signInAt(page, partner.owner);
  await page.getByRole("button", { name: "New Client" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /Email an onboarding link/ })).toBeChecked();
  await expectAccessible(page);
  await shot(page, "new-client-by-email");
  await dialog.getByLabel("Invite Email").fill(`${client.email}, second@example.com`);
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByText(/one address only/i)).toBeVisible();
  expect(await mailsTo("second@example.com")).toEqual([]);
  await shot(page, "new-client-two-addresses");
  await dialog.getByLabel("Invite Email").fill(client.email);
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(`Invitation sent to ${client.email}`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: client.email })).toBeVisible();
  await expect(page.getByText("Sent", { exact: true }).first()).toBeVisible();

  const mail = await mailTo(client.email);
  expect(mail.html).toContain("Set Up Company");
  expect(mail.text).toContain("/invite#");
  const link = linkIn(mail, "/invite");

  // The client sets itself up, on a device of its own.
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(step(other, "Credentials")).toBeVisible();
  await expect(other.getByText("Need help?")).toBeVisible();
  for (const title of ["Company Info", "Enable SMS", "Enable Application", "Invite Team"]) {
    await expect(other.getByRole("navigation", { name: "Steps" }).getByText(title)).toBeVisible();
  }
  await expectAccessible(other);
  await shot(other, "wizard-1-credentials");
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(other.getByText("Some fields need another look")).toBeVisible();
  await expect(other.getByLabel("First name")).toBeFocused();
  await shot(other, "wizard-1-credentials-errors");
  await fillCredentials(other, client);
  // Each message goes as its field is right, not later, when the button would move away from a press.
  await expect(other.getByText("Some fields need another look")).toBeHidden();
  await expect(other.getByLabel("Password", { exact: true })).toBeFocused();
  await other.getByRole("button", { name: "Continue" }).click();

  await expect(step(other, "Company Info")).toBeVisible();
  await expect(other.getByLabel("Time zone")).toHaveValue(/New York/);
  await expect(other.getByLabel("Reply-to address")).toHaveValue(client.email);
  await expectAccessible(other);
  await shot(other, "wizard-2-company-info");
  await fillCompanyInfo(other, company, "companyname.com");
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(other.getByText(/https:\/\/www\.companyname\.com/).last()).toBeVisible();
  await expect(other.getByLabel("Website")).toHaveAttribute("aria-invalid", "true");
  await expect(other.getByLabel("Website")).toBeFocused();
  await expectAccessible(other);
  await shot(other, "wizard-2-company-info-error");
  await saved(other, "https://www.companyname.com", () => other.getByLabel("Website").fill("https://www.companyname.com"));
  await other.getByRole("button", { name: "Continue" }).click();

  await expect(step(other, "Enable SMS")).toBeVisible();
  await expect(other.getByText("This can be changed later")).toBeVisible();
  await expect(other.getByText("an area code cannot be chosen")).toBeVisible();
  await expect(other.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(other);
  await shot(other, "wizard-3-enable-sms");
  await other.getByRole("button", { name: "Enable an SMS Number" }).click();
  await expect(other.getByText("Your number")).toBeVisible();
  await expectAccessible(other);
  await shot(other, "wizard-3-number");
  await other.getByRole("button", { name: "Continue" }).click();

  await expect(step(other, "Enable Application")).toBeVisible();
  await expect(other.getByText("Do not modify the application code in any way.")).toBeVisible();
  await expect(other.getByText("Ask about our Done For You Services!")).toBeVisible();
  await expect(other.getByText("I'll do this later")).toBeVisible();
  await expectAccessible(other);
  await shot(other, "wizard-4-enable-application");
  await other.getByRole("button", { name: "Continue" }).click();

  await expect(step(other, "Invite Team")).toBeVisible();
  await expectAccessible(other);
  await shot(other, "wizard-5-invite-team");
  const [first, second] = [newPerson("Tess"), newPerson("Theo")];
  await other.getByLabel("Email of person 1").fill(first.email);
  await other.getByLabel("Email of person 2").fill(second.email);
  await other.getByRole("button", { name: "Send Invite" }).click();
  await expect(other.getByText("2 invitations sent.")).toBeVisible();
  await shot(other, "wizard-5-invited");
  await Promise.all([mailTo(first.email), mailTo(second.email)]);
  await other.getByRole("button", { name: "Finish" }).click();

  await expect(other.getByRole("heading", { name: `Hello, ${client.firstName}` })).toBeVisible();
  await expect(other.getByText("5 of 5 steps done")).toBeVisible();
  await expectAccessible(other);
  await shot(other, "dashboard-done");
  await context.close();

  // The partner sees it.
  await page.reload();
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: client.email }).click();
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
  await expect(page.getByText("5 of 5 steps done")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "client-done");
});

test("B10: the list of invitations tells how far each is, and an invitation can be sent again, copied and revoked", async ({ page }) => {
  const partner = await makePartner();
  const { email, link } = await inviteClient(partner);

  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Invitations", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "invites");

  const menu = page.getByRole("button", { name: `Actions for ${email}` });
  await menu.click();
  await shot(page, "invites-menu");
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await expect(page.getByRole("dialog").getByText(link)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "invites-copy-link");
  await page.keyboard.press("Escape");

  await menu.click();
  await page.getByRole("menuitem", { name: "Send again" }).click();
  await expect(page.getByText("The older link no longer works.")).toBeVisible();
  await expect.poll(async () => (await mailsTo(email)).length).toBe(2);
  const newer = linkIn(await mailTo(email), "/invite");
  expect(newer).not.toBe(link);

  await menu.click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  await expect(page.getByRole("dialog").getByText(`Revoke the invitation to ${email}?`)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "invites-revoke");
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText(`Invitation to ${email} revoked`)).toBeVisible();
  await expect(page.getByRole("cell", { name: "Revoked", exact: true })).toBeVisible();
});

test("B9: a shareable link mails each visitor a link of their own, until it is revoked", async ({ page, browser }) => {
  const partner = await makePartner();
  const visitor = newPerson("Vera");

  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Invitations", exact: true }).click();
  await expect(page.getByText("Nobody is invited yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "invites-empty");
  await page.getByRole("button", { name: "Make a link" }).click();
  const shown = page.getByRole("region", { name: "Link" });
  await expect(shown).toContainText("/join#");
  const link = (await shown.innerText()).trim();
  await shot(page, "invites-shareable-link");

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: `Set up your company with ${partner.name}` })).toBeVisible();
  await expectAccessible(other);
  await shot(other, "join");
  await other.getByLabel("Your email").fill(visitor.email);
  await other.getByRole("button", { name: "Send me my link" }).click();
  await expect(other.getByText("Look into your mailbox")).toBeVisible();
  await shot(other, "join-sent");
  await other.goto(linkIn(await mailTo(visitor.email), "/invite"));
  await expect(step(other, "Credentials")).toBeVisible();

  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await page.getByRole("button", { name: "Revoke link" }).click();
  await expect(page.getByText("Shareable link revoked")).toBeVisible();
  await other.goto("about:blank");
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await context.close();
});
