import { readFile } from "node:fs/promises";
import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { finishSetUp, makeClient, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("OB-01: the partner reads what happened, narrows it, and takes it along as a file", async ({ page }) => {
  const partner = await makePartner();
  const client = await makeClient(partner);
  await finishSetUp(client);
  await call("POST", "/api/v1/partner-links", 201, { token: partner.token });
  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  const lines = page.getByRole("listitem").filter({ has: page.locator("time") });
  await expect(lines.filter({ hasText: `${partner.owner.firstName} ${partner.owner.lastName} made a shareable link` })).toBeVisible();
  await expect(lines.filter({ hasText: "finished the set-up" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "activity");

  await page.getByLabel("About").selectOption("Invitations");
  await expect(lines.filter({ hasText: "finished the set-up" })).toHaveCount(0);
  await expect(lines.filter({ hasText: `invited ${client.administrator.email}` })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("activity.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain(`invited ${client.administrator.email}`);
  expect(text).not.toContain("finished the set-up");

  await page.getByLabel("Search by name or email").fill("nobody.like.that");
  await expect(page.getByText("Nothing that happened fits these filters.")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "activity-nothing-found");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await lines.getByRole("link", { name: client.name }).first().click();
  await expect(page.getByRole("heading", { name: client.name })).toBeVisible();
});
