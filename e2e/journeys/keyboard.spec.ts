import { makePartner } from "../support/api.ts";
import { newPerson } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("keyboard only: signing in, a menu, a dialog with an error, and the way out", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const focused = page.locator(":focus");
  const press = (key: string) => page.keyboard.press(key);
  const tabTo = async (name: RegExp | string, role: "button" | "link" | "textbox" | "radio" = "button") => {
    const wanted = page.getByRole(role, { name }).first();
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
      await press("Tab");
    }
    throw new Error(`Tab does not reach ${name}`);
  };

  await page.goto("/sign-in");
  await expect(page.getByLabel("Email", { exact: true })).toBeFocused();
  await page.keyboard.type("nobody");
  await press("Enter");
  await expect(page.getByLabel("Email", { exact: true })).toBeFocused();
  await expect(page.getByText("Enter your password.").first()).toBeVisible();
  await press("ControlOrMeta+a");
  await page.keyboard.type(partner.owner.email);
  await press("Tab");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(partner.owner.password);
  await shot(page, "keyboard-focus");
  await press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: "Hello, Olivia" });
  await expect(heading).toBeVisible();

  // The heading has the focus, the skip link comes first on a fresh page.
  await page.reload();
  await expect(heading).toBeVisible();
  await press("Tab");
  await expect(focused).toHaveText("Skip to content");
  await press("Enter");
  await expect(heading).toBeFocused();

  // Every stop on the way is to be seen.
  const button = await tabTo("New Client");
  const outline = await button.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe("none");
  await press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("Invite Email")).toBeFocused();
  await page.keyboard.type("not an address");
  await press("Enter");
  await expect(dialog.getByLabel("Invite Email")).toBeFocused();
  await expect(dialog.getByLabel("Invite Email")).toHaveAttribute("aria-invalid", "true");
  await press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  await press("Enter");
  await expect(dialog.getByLabel("Invite Email")).toBeFocused();
  await page.keyboard.type(person.email);
  await press("Enter");
  await expect(page.getByText(`Invitation sent to ${person.email}`)).toBeVisible();

  // A menu: arrows, Escape gives the focus back.
  const account = page.getByRole("button", { name: "Your account" });
  await account.focus();
  await press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Your account" })).toBeFocused();
  await press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
  await press("Escape");
  await expect(account).toBeFocused();
  await press("Enter");
  await press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
