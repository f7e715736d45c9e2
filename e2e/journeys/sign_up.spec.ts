import { address } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo, refuseRecipient } from "../support/mailbox.ts";
import { newPerson } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("A1 A5 A6 A7: a partner signs up, sets itself up and sends a test email", async ({ page }) => {
  const owner = newPerson("Olivia", "Owner");

  await page.goto("/sign-in");
  await expectAccessible(page);
  await shot(page, "sign-in");
  await page.getByRole("link", { name: "Sign your company up" }).click();
  await expect(page.getByRole("heading", { name: "Sign your company up" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "sign-up");

  await page.getByLabel("Company name").fill("Northwind IT");
  await page.getByLabel("Email").fill("not an address");
  await page.getByLabel("IT Glue address").fill("https://acme.example.com");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Some fields need another look")).toBeVisible();
  await expect(page.getByText(/like acme\.itglue\.com/).first()).toBeVisible();
  await expect(page.getByLabel("First name")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "sign-up-errors");

  await page.getByLabel("First name").fill(owner.firstName);
  await page.getByLabel("Last name").fill(owner.lastName);
  await page.getByLabel("Email").fill(owner.email);
  await page.getByLabel("IT Glue address").fill("");
  await page.getByLabel("IT Glue address").press("Enter");
  await expect(page.getByText("Look into your mailbox")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "sign-up-sent");

  const link = linkIn(await mailTo(owner.email), "/sign-up");
  await page.goto(link);
  await expect(page.getByText("Northwind IT")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "sign-up-confirm");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/15 characters or more/)).toBeVisible();
  await page.getByLabel("New password").fill(owner.password);
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("heading", { name: "Hello, Olivia" })).toBeVisible();
  await expect(page.getByText("0 of 4 done")).toBeVisible();
  await expect(page.getByText("Nobody is invited yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "home-new");

  await page.getByRole("link", { name: "Send test email" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expect(page.getByText("Sender address", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Send test email" }).click();
  await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
  await mailTo(owner.email, /test/i);
  await expectAccessible(page);
  await shot(page, "settings-test-email-accepted");

  const nobody = address("nobody");
  await refuseRecipient(nobody);
  await page.getByLabel("Send a test email to").fill(nobody);
  await page.getByRole("button", { name: "Send test email" }).click();
  await expect(page.getByText("Refused", { exact: true })).toBeVisible();
  await expect(page.getByText(/No such user/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "settings-test-email-refused");

  await page.getByLabel("IT Glue address").fill("northwind.example.com");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/like acme\.itglue\.com/)).toBeVisible();
  await page.getByLabel("IT Glue address").fill("https://northwind.eu.itglue.com/");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Settings saved")).toBeVisible();
  await expect(page.getByLabel("IT Glue address")).toHaveValue("northwind.eu.itglue.com");

  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByText("2 of 4 done")).toBeVisible();

  // The link was used: it makes nothing a second time, and says so.
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Create account" })).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "sign-up-link-used");
});

test("what a field says waits for the end of a press, whose button it would move away", async ({ page }) => {
  await page.goto("/sign-up");
  const email = page.getByLabel("Email");
  await email.fill("not an address");
  await page.evaluate(() => window.dispatchEvent(new Event("pointerdown")));
  await page.getByLabel("First name").fill("Olivia");
  await page.waitForTimeout(500);
  await expect(email).toHaveAttribute("aria-invalid", "false");
  await page.evaluate(() => window.dispatchEvent(new Event("pointerup")));
  await expect(email).toHaveAttribute("aria-invalid", "true");
});
