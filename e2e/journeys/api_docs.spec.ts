import { makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("the page of the API is read, searched and tried, with nothing from another host", async ({ page }) => {
  const { owner } = await makePartner();
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  await page.getByLabel("Find").fill("sign_in");
  const card = page.locator("details#sign_in");
  await card.locator("summary").click();
  await expect(card.getByRole("cell", { name: "It was made." })).toBeVisible();
  await card.getByLabel("Body: SignIn").fill(JSON.stringify({ email: owner.email, password: owner.password }));
  await card.getByRole("button", { name: "Send" }).click();
  await expect(card.getByRole("status")).toContainText("201 Created");
  await expectAccessible(page);
  await shot(page, "api-docs");
  // The token of the answer is used from then on.
  await page.getByLabel("Find").fill("read_me");
  await page.locator("details#read_me summary").click();
  await page.locator("details#read_me").getByRole("button", { name: "Send" }).click();
  await expect(page.locator("details#read_me").getByRole("status")).toContainText(owner.email);
  expect([...hosts], "one host").toEqual([new URL(page.url()).host]);
});
