import { inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { filesLoadedBy, isRelease } from "../support/built.ts";
import { finishSetUp, makeClient, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { fillCredentials, step } from "../support/wizard.ts";

test("an invited client loads its first page alone, then the set-up, and never the staff's pages", async ({ page }) => {
  const person = newPerson();
  const { link } = await inviteClient(await makePartner(), person.email);
  const loaded = filesLoadedBy(page);
  await page.goto(link);
  await expect(step(page, "Credentials")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(loaded.parts()).toEqual([]);
  expect(loaded.names().filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
  expect(await loaded.bytes()).toBeGreaterThan(100_000);
  if (isRelease()) expect(await loaded.bytes()).toBeLessThan(300_000);

  await fillCredentials(page, person);
  await expect.poll(loaded.parts, "what follows comes while the person types").toEqual(["set_up"]);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(step(page, "Company Info")).toBeVisible();
  await page.reload();
  await expect(step(page, "Company Info")).toBeVisible();
  await expect.poll(loaded.parts, "what comes after the set-up follows when the line is quiet").toEqual(["set_up", "client"]);
});

test("a client's people never load the staff's pages, nor staff the client's", async ({ page, browser }) => {
  const partner = await makePartner();
  const client = await makeClient(partner);
  await finishSetUp(client);
  const atClient = filesLoadedBy(page);
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Company settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Company settings" })).toBeVisible();
  expect(atClient.parts()).toEqual(["client"]);

  const context = await browser.newContext();
  const other = await context.newPage();
  const atPartner = filesLoadedBy(other);
  await signInAt(other, partner.owner);
  expect(atPartner.parts()).toEqual(["start"]);
  // Deep links, Back and Forward go from part to part.
  await other.goto("/clients");
  await expect(other.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
  await other.getByRole("button", { name: "Your account" }).click();
  await other.getByRole("menuitem", { name: "Your account" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Your account" })).toBeFocused();
  expect(atPartner.parts()).toEqual(["start", "staff", "account"]);
  await other.goBack();
  await expect(other.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
  await other.goForward();
  await expect(other.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await context.close();
});

test("a part that cannot be loaded says so and tries again", async ({ page, complaints }) => {
  const partner = await makePartner();
  await page.route(/gangway-start-/, (route) => route.abort("connectionrefused"));
  await page.goto("/sign-in");
  await page.getByLabel("Email", { exact: true }).fill(partner.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(partner.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This page could not be loaded")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "part-not-loaded");
  expect(complaints.splice(0)).toEqual([expect.stringContaining("Failed to fetch")]);

  await page.unroute(/gangway-start-/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Hello, / })).toBeVisible();
});

test("files of the parts are kept for ever by browsers", async ({ page }) => {
  const partner = await makePartner();
  const kept: (string | undefined)[] = [];
  page.on("response", (answer) => {
    if (/\.wasm$/.test(answer.url())) kept.push(answer.headers()["cache-control"]);
  });
  await signInAt(page, partner.owner);
  expect(kept.length).toBeGreaterThan(1);
  expect(new Set(kept)).toEqual(new Set(["public, max-age=31536000, immutable"]));
});
