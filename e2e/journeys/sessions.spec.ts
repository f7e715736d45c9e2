import type { Page } from "@playwright/test";
import { makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { makeClient, signInAt, signOut } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

const stored = (page: Page) => page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length, cookie: document.cookie }));

test("SE-03: scripts learn that there is a session, never its secret; after signing out, Back shows nothing", async ({ page, context }) => {
  const partner = await makePartner();
  const client = await makeClient(partner);
  // A first visit asks for nothing that it cannot have.
  const refused: string[] = [];
  page.on("response", (answer) => answer.status() >= 400 && refused.push(answer.url()));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(refused).toEqual([]);

  await signInAt(page, partner.owner);
  expect(await stored(page)).toEqual({ local: 0, session: 0, cookie: "gangway-signed-in=1; gangway-part=start" });
  const cookies = await context.cookies();
  // The session, that there is one, which pages it needs, and that this device is known to the account: it keeps
  // tries of its own.
  expect(cookies.map((cookie) => cookie.name).sort()).toEqual(["__Host-gangway", "__Host-gangway-device", "gangway-part", "gangway-signed-in"]);
  for (const { name, httpOnly, sameSite, path, secure } of cookies) {
    expect({ httpOnly, path }).toEqual({ httpOnly: name.startsWith("__Host-"), path: "/" });
    expect(["Lax", "Strict"]).toContain(sameSite);
    // On http://localhost a __Host- cookie must still be Secure.
    expect(secure).toBe(true);
  }

  await page.getByRole("link", { name: "Clients", exact: true }).click();
  await page.getByRole("link", { name: client.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: client.name })).toBeVisible();
  const signedOut = page.waitForResponse((answer) => answer.url().endsWith("/sign-out"));
  await signOut(page);
  expect(await (await signedOut).headerValue("clear-site-data")).toContain(`"storage"`);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText(client.name)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await context.cookies()).map((cookie) => cookie.name)).toEqual(["__Host-gangway-device"]);
  expect(await stored(page)).toEqual({ local: 0, session: 0, cookie: "" });
});

test("SE-03: signing in at a page leads back to it", async ({ page }) => {
  const partner = await makePartner();
  await page.goto("/invites");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email", { exact: true }).fill(partner.owner.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "sign-in-refused");
  await page.getByLabel("Password", { exact: true }).fill(partner.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Invitations", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Invitations", level: 1 })).toBeVisible();
});

test("a forgotten password is set anew by a mailed link that works once", async ({ page, browser }) => {
  const partner = await makePartner();
  const context = await browser.newContext();
  const open = await context.newPage();
  await signInAt(open, partner.owner);

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Set a new password" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "forgot-password");
  await page.getByLabel("Email").fill(partner.owner.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mailbox")).toBeVisible();
  await shot(page, "forgot-password-sent");

  const link = linkIn(await mailTo(partner.owner.email, /password/i), "/reset-password");
  await page.goto(link);
  await page.getByLabel("New password").fill("four words in a row");
  await expectAccessible(page);
  await shot(page, "reset-password");
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(page.getByText("Your password is changed. Sign in with the new one.")).toBeVisible();

  // Sessions that were open are over.
  await open.reload();
  await expect(open.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.close();
  await signInAt(page, { ...partner.owner, password: "four words in a row" });

  await page.goto(link);
  await page.getByLabel("New password").fill("five words in a row now");
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await shot(page, "reset-password-link-used");
  await page.goto("/reset-password");
  await expect(page.getByText("This address lacks its link")).toBeVisible();
});
