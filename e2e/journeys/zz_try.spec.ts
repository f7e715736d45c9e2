import { test, expect } from "../support/test.ts";
import { expectAccessible } from "../support/axe.ts";
import { shot } from "../support/shots.ts";
test("the page starts", async ({ page }) => {
  await page.goto("/some/where");
  await expect(page.getByRole("heading", { name: "Hello, Gangway" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "try");
});
