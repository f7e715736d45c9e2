import { readFileSync } from "node:fs";
import { join } from "node:path";
import { address, call, makePartner } from "../support/api.ts";
import { appCode } from "../support/app.ts";
import { expectAccessible } from "../support/axe.ts";
import { letProofAge } from "../support/database.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { signInAt, signOut } from "../support/people.ts";
import { operate, startServer } from "../support/server.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("AU-08: a second factor is set up, asked for, and a recovery code helps out", async ({ page }) => {
  const { owner } = await makePartner();
  await signInAt(page, owner);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await page.getByRole("button", { name: "Set up an app" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expect(dialog.getByLabel("Code")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "second-factor-set-up");
  await dialog.getByText("It cannot be scanned?").click();
  const secret = (await dialog.locator("code").innerText()).replaceAll(" ", "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);

  await dialog.getByLabel("Code").fill(appCode(secret) === "000000" ? "000001" : "000000");
  await dialog.getByRole("button", { name: "Switch on" }).click();
  await expect(dialog.getByText("This code is not right").first()).toBeVisible();
  await expectAccessible(page);
  await shot(page, "second-factor-wrong-code");
  await dialog.getByLabel("Code").fill(appCode(secret));
  await dialog.getByRole("button", { name: "Switch on" }).click();
  const shown = page.getByRole("region", { name: "Recovery codes" });
  await expect(shown).toBeVisible();
  const codes = (await shown.innerText()).trim().split("\n");
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await shot(page, "second-factor-recovery-codes");
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const saved = await (await file).path();
  for (const code of codes) expect(readFileSync(saved, "utf8")).toContain(code);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left")).toBeVisible();
  await expect(shown).toHaveCount(0);
  await shot(page, "second-factor-on");
  expect((await mailTo(owner.email, /second factor is on/)).subject).toBe("Your second factor is on");

  await signOut(page);
  await page.getByLabel("Email", { exact: true }).fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Code")).toBeFocused();
  await expectAccessible(page);
  await shot(page, "sign-in-code");
  // The code of the set-up was used; the app's next one is borne half a minute early.
  await page.getByLabel("Code").fill(appCode(secret, 30));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hello, Olivia" })).toBeVisible();

  await signOut(page);
  await page.getByLabel("Email", { exact: true }).fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code").fill(codes[3] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hello, Olivia" })).toBeVisible();
  expect((await mailTo(owner.email, /recovery code/)).subject).toBe("A recovery code was used");

  await page.goto("/users");
  await expect(page.getByText("Second factor on")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("9 recovery codes are left")).toBeVisible();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expectAccessible(page);
  await shot(page, "second-factor-switch-off");
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("Your second factor is off")).toBeVisible();
});

test("AU-07: after a while the password is asked for again, then what was wanted is done", async ({ page }) => {
  const { owner } = await makePartner();
  await signInAt(page, owner);
  letProofAge(owner.email);
  await page.goto("/account");
  const fresh = `loud ${owner.password}`;
  await page.getByLabel("New password", { exact: true }).fill(fresh);
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await shot(page, "confirm-it-is-you");
  await dialog.getByLabel("Password", { exact: true }).fill("not the password at all");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText("This is not your password").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Enter your password again, then repeat this.")).toBeVisible();
  await page.getByRole("button", { name: "Change password" }).click();
  await dialog.getByLabel("Password", { exact: true }).fill(owner.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expect(dialog).toBeHidden();
  await signOut(page);
  await signInAt(page, { ...owner, password: fresh });
});

test("AU-07: a new email address counts once its link was opened; the old one is told", async ({ page }) => {
  const { owner } = await makePartner();
  await signInAt(page, owner);
  await page.goto("/account");
  const email = address("olivia.new");
  await page.getByLabel("New email", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(page.getByText("Look into the new mailbox")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "account-email-asked");
  await page.goto(linkIn(await mailTo(email), "/confirm-email"));
  await expect(page.getByRole("button", { name: "Confirm this address" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "confirm-email");
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText(`Sign in with ${email} from now on.`)).toBeVisible();
  await shot(page, "confirm-email-done");
  expect((await mailTo(owner.email, /address was changed/)).subject).toBe("Your email address was changed");
  await page.getByRole("link", { name: "Continue" }).click();
  await signOut(page);
  await signInAt(page, { ...owner, email });
});

test("AU-09: the first account is made with the link of the console, once", async ({ page }) => {
  const server = await startServer(join(import.meta.dirname, "../test-results/set-up.log"), { GANGWAY_SIGN_UP: "closed" });
  try {
    await page.goto(`${server.url}/sign-in`);
    await page.getByRole("link", { name: "Set Gangway up" }).click();
    await expect(page.getByLabel("Set-up token")).toBeVisible();
    await expectAccessible(page);
    await shot(page, "first-set-up-token");
    const token = readFileSync(join(server.settings.GANGWAY_DATA_DIR ?? "", "set-up-token"), "utf8").trim();
    await page.goto(`${server.url}/set-up#${token}`);
    await page.reload();
    await expect(page.getByLabel("Company name")).toBeVisible();
    await expect(page.getByLabel("Set-up token")).toHaveCount(0);
    await page.getByLabel("Company name").fill("Northwind IT");
    await page.getByLabel("First name").fill("Olivia");
    await page.getByLabel("Last name").fill("Owner");
    await page.getByLabel("Email", { exact: true }).fill("olivia@northwind.example");
    await page.getByLabel("Password", { exact: true }).fill("seven quiet herons wade");
    await shot(page, "first-set-up");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hello, Olivia" })).toBeVisible();
    await page.goto(`${server.url}/set-up#${token}`);
    await page.reload();
    await expect(page.getByText("Gangway is set up already")).toBeVisible();
    await expectAccessible(page);
    await shot(page, "first-set-up-over");
  } finally {
    await server.stop();
  }
});

test("TN-08: whoever is at a partner that the operator suspends is out, and comes back with it", async ({ page }) => {
  const partner = await makePartner();
  const { id } = await call<{ id: string }>("GET", "/api/v1/partner", 200, { token: partner.token });
  await signInAt(page, partner.owner);
  const clients = page.getByRole("link", { name: "Clients", exact: true });
  await expect(clients).toBeVisible();
  operate("partner", "suspend", id);
  await page.reload();
  await expect(page.getByRole("heading", { name: "You have no access any more" })).toBeVisible();
  await expect(page.getByText("your company is suspended")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "no-access");
  operate("partner", "resume", id);
  await page.reload();
  await expect(clients).toBeVisible();
});
