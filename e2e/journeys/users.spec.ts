import { makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("A8 A9 A10: staff are invited, get another role, are deactivated and brought back", async ({ page, browser }) => {
  const partner = await makePartner();
  const sales = newPerson("Sally", "Sales");
  await signInAt(page, partner.owner);
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page.getByText("(you)")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "users-alone");

  await page.getByRole("button", { name: "New user" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await shot(page, "users-new");
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog.getByText("Some fields need another look")).toBeVisible();
  await expect(dialog.getByLabel("First Name")).toBeFocused();
  await shot(page, "users-new-errors");
  await dialog.getByLabel("First Name").fill(sales.firstName);
  await dialog.getByLabel("Last Name").fill(sales.lastName);
  await dialog.getByLabel("Email").fill(sales.email);
  await dialog.getByLabel("Role").selectOption("Sales rep");
  await expect(dialog.getByText("Sees only the clients they are assigned to.")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`Invitation sent to ${sales.email}`)).toBeVisible();
  await expect(page.getByRole("cell", { name: "Invited", exact: true })).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(linkIn(await mailTo(sales.email), "/invite"));
  await expect(other.getByRole("heading", { name: `Join ${partner.name}’s team` })).toBeVisible();
  await expect(other.getByLabel("First name")).toHaveValue(sales.firstName);
  await shot(other, "join-staff");
  await other.getByLabel("Password", { exact: true }).fill(sales.password);
  await other.getByRole("button", { name: "Join" }).click();
  await expect(other.getByRole("heading", { name: "Hello, Sally" })).toBeVisible();
  await expectAccessible(other);
  await shot(other, "home-sales-rep");
  // A sales rep has neither users nor settings, whatever address is typed.
  await expect(other.getByRole("link", { name: "Settings" })).toHaveCount(0);
  await expect(other.getByRole("link", { name: "Users", exact: true })).toHaveCount(0);

  await page.reload();
  await page.getByRole("button", { name: "Actions for Sally Sales" }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await expectAccessible(page);
  await shot(page, "users-change-role");
  await page.getByRole("dialog").getByRole("radio", { name: /Manager/ }).check();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText(/Sally Sales is Manager now/)).toBeVisible();
  await other.reload();
  await expect(other.getByRole("link", { name: "Users", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Actions for Sally Sales" }).click();
  await shot(page, "users-menu");
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await expectAccessible(page);
  await shot(page, "users-deactivate");
  await page.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(page.getByText("Sally Sales is deactivated")).toBeVisible();
  await other.reload();
  await expect(other.getByRole("heading", { name: "You have no access any more" })).toBeVisible();
  await page.getByRole("button", { name: "Actions for Sally Sales" }).click();
  await page.getByRole("menuitem", { name: "Reactivate" }).click();
  await page.getByRole("button", { name: "Reactivate", exact: true }).click();
  await expect(page.getByText("Sally Sales is active again")).toBeVisible();
  // Nobody acts on themselves: the last owner stays.
  await expect(page.getByRole("button", { name: /Actions for Olivia/ })).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "users");
  await context.close();
});
