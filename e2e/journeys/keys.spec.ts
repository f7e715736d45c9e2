import { address, call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("F2 AK-01 AK-03: a key is made, shown once, used by a program, and revoked", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("link", { name: "Manage API keys" }).click();
  await expect(page.getByText("No keys yet")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "api-keys-empty");

  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make key" }).click();
  await expect(dialog.getByText("Choose what the key may do.").last()).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expectAccessible(page);
  await shot(page, "api-keys-new-errors");
  await dialog.getByRole("textbox", { name: "Name" }).fill("CRM sync");
  await dialog.getByRole("checkbox", { name: /clients:create/ }).check();
  await dialog.getByRole("checkbox", { name: /invites:read/ }).check();
  await shot(page, "api-keys-new");
  await dialog.getByRole("button", { name: "Make key" }).click();

  const shown = page.getByRole("region", { name: "API key" });
  const key = (await shown.innerText()).trim();
  expect(key).toMatch(/^gwk_[0-9a-f]{32}_[0-9A-Za-z]{49}$/);
  await expectAccessible(page);
  await shot(page, "api-keys-shown-once");
  const email = address("client");
  await call("POST", "/api/v1/invites", 201, { token: key, body: { email } });
  await call("GET", "/api/v1/clients", 403, { token: key });
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.reload();
  await expect(page.getByText(`…${key.slice(-4)}`)).toBeVisible();
  expect(await page.content()).not.toContain(key.slice(-20));
  await expectAccessible(page);
  await shot(page, "api-keys");

  await page.getByRole("button", { name: "Actions for CRM sync" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  await expectAccessible(page);
  await shot(page, "api-keys-revoke");
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("The key “CRM sync” is revoked")).toBeVisible();
  await call("GET", "/api/v1/invites", 401, { token: key });
});

test("SE-05 G5: a person sees where they are signed in, ends one session and all others", async ({ page, browser }) => {
  const partner = await makePartner();
  const contexts = [await browser.newContext(), await browser.newContext()];
  const [one, two] = await Promise.all(contexts.map((context) => context.newPage()));
  if (one === undefined || two === undefined) throw new Error("two pages");
  await signInAt(page, partner.owner);
  await signInAt(one, partner.owner);
  await signInAt(two, partner.owner);
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(page.getByText("This one")).toHaveCount(1);
  // The session of the sign-up, and three browsers.
  await expect(page.getByRole("button", { name: "End", exact: true })).toHaveCount(3);
  await expectAccessible(page);
  await shot(page, "account");

  // Newest first: the second browser.
  await page.getByRole("button", { name: "End", exact: true }).first().click();
  await expectAccessible(page);
  await shot(page, "account-end");
  await page.getByRole("button", { name: "End session" }).click();
  await expect(page.getByRole("button", { name: "End", exact: true })).toHaveCount(2);
  await two.reload();
  await expect(two.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await one.reload();
  await expect(one.getByRole("heading", { name: "Hello, Olivia" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("You are signed in here only")).toBeVisible();
  await one.reload();
  await expect(one.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("This one")).toHaveCount(1);
  await Promise.all(contexts.map((context) => context.close()));
});
