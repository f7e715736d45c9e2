import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { call, inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { finishSetUp, makeClient, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { doCredentials, step } from "../support/wizard.ts";

const LONG = "Very long names do exist and must neither break a table nor push a button from the page ".padEnd(120, "abcdefghij");

const down = (page: Page) => page.route(/\/(api|public)\/v1\//, (route) => route.abort("connectionrefused"));

test("B5: with the server down each page says so and tries again; what was typed stays", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  await doCredentials(page, link, person);
  await page.getByLabel("Company name").fill("Still there");
  await down(page);
  await page.getByLabel("Website").fill("https://www.companyname.com");
  await page.getByLabel("Street and number").fill("1 Harbor Street");
  await page.getByLabel("City").fill("Portland");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("Need help?")).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveValue("Still there");
  await expectAccessible(page);
  await shot(page, "server-down-wizard");
  await page.unroute(/\/(api|public)\/v1\//);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(step(page, "Enable SMS")).toBeVisible();

  await down(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Gangway does not answer" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "server-down");
  await page.unroute(/\/(api|public)\/v1\//);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(step(page, "Enable SMS")).toBeVisible();
});

test("B5: an error of the server's names a reference; lists try again", async ({ page }) => {
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  const problem = { type: "/problems/internal", title: "Something went wrong", status: 500, detail: "Something went wrong on our side.", reference: "RkUjcg8r2OV3dSktfQvt" };
  await page.route(/\/api\/v1\/(clients|invites|users|checklist|partner)/, (route) =>
    route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  for (const [name, file] of [["Clients", "clients"], ["Invitations", "invites"], ["Users", "users"], ["Settings", "settings"], ["Home", "home"]] as const) {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("button", { name: "Try again" }).first()).toBeVisible();
    await expect(page.getByText(problem.reference).first()).toBeVisible();
    await expectAccessible(page);
    await shot(page, `error-${file}`);
  }
  await page.unroute(/\/api\/v1\/(clients|invites|users|checklist|partner)/);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByText("0 of 4 done")).toBeVisible();
});

test("long names and loading: nothing breaks, nothing is cut without a way to the whole", async ({ page, browser }) => {
  const partner = await makePartner(LONG);
  const client = await makeClient(partner, LONG.replace("Very", "Extremely").slice(0, 120));
  await finishSetUp(client);
  const far = `${"a".repeat(50)}.${crypto.randomUUID().slice(0, 8)}@${"long-domain-name.".repeat(7)}example.com`;
  await inviteClient(partner, far);
  await call("POST", "/api/v1/users", 201, {
    token: partner.token,
    body: { first_name: "Bartholomew".repeat(9), last_name: "Featherstonehaugh".repeat(5), email: newPerson("long").email, role: "technician" },
  });
  await signInAt(page, partner.owner);
  await shot(page, "long-home");
  for (const name of ["Clients", "Invitations", "Users", "Settings"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await shot(page, `long-${name.toLowerCase()}`);
  }
  await page.getByRole("link", { name: "Clients", exact: true }).click();
  await page.getByRole("link", { name: /^Extremely long/ }).click();
  await expect(page.getByText("2 of 5 steps done")).toBeVisible();
  await shot(page, "long-client");

  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAt(other, client.administrator);
  await expect(other.getByText("2 of 5 steps done")).toBeVisible();
  await shot(other, "long-dashboard");
  await other.goto("/setup/enable_application");
  await expect(step(other, "Enable Application")).toBeVisible();
  await shot(other, "long-wizard");
  await context.close();

  // Slow answers: skeletons.
  await page.route(/\/api\/v1\//, async (route) => {
    await new Promise((done) => setTimeout(done, 2_500));
    await route.continue().catch(() => {});
  });
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page.getByText("Loading…").first()).toBeAttached();
  await shot(page, "loading-users");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("an address without a page says so, signed in and not", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { name: "This page is not there" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "not-found");
  const partner = await makePartner();
  await signInAt(page, partner.owner);
  await page.goto("/company/users");
  await expect(page.getByText("Nothing to see at this address")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "not-here");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Open menu" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await page.screenshot({ path: join(resolve(import.meta.dirname, "../shots"), "drawer-phone.png") });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
});
