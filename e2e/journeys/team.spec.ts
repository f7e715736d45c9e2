import { inviteClient, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo, mailsTo } from "../support/mailbox.ts";
import { accept, finishSetUp, makeClient, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("B24 B27: the team is invited: duplicates, oneself and mistakes are told per row, the rest is sent", async ({ page }) => {
  const client = await makeClient(await makePartner());
  await finishSetUp(client);
  const friend = newPerson("Fred");
  await signInAt(page, client.administrator);
  await page.goto("/setup/invite_team");
  await page.getByRole("button", { name: "Send Invite" }).click();
  await expect(page.getByText("Enter at least one email address.")).toBeVisible();

  const email = (number: number) => page.getByLabel(`Email of person ${number}`);
  await email(1).fill(friend.email);
  await email(2).fill(friend.email.toUpperCase());
  await email(3).fill(client.administrator.email);
  await page.getByRole("button", { name: "Add a row" }).click();
  await email(4).fill("no address");
  await page.getByRole("button", { name: "Send Invite" }).click();
  await expect(page.getByText("1 invitation sent. Some rows need another look.")).toBeVisible();
  await expect(email(1)).toHaveAttribute("readonly", "");
  for (const number of [2, 3, 4]) await expect(email(number)).toHaveAttribute("aria-invalid", "true");
  await expect(email(2)).toBeFocused();
  await expectAccessible(page);
  await shot(page, "wizard-5-invite-team-errors");
  await mailTo(friend.email);
  expect(await mailsTo(friend.email)).toHaveLength(1);
  expect(await mailsTo(client.administrator.email)).toHaveLength(1);

  await page.getByRole("button", { name: "Finish without the rest" }).click();
  await expect(page.getByRole("heading", { name: /^Hello, / })).toBeVisible();
});

test("B24 B27 B28: a team invitation is accepted by someone new; administrators deactivate and bring back", async ({ page, browser }) => {
  const client = await makeClient(await makePartner());
  await finishSetUp(client);
  const friend = newPerson("Frida", "Friend");
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page.getByText("(you)")).toBeVisible();
  await page.getByRole("button", { name: "Invite users" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email of person 1").fill(friend.email);
  await expectAccessible(page);
  await shot(page, "company-users-invite");
  await dialog.getByRole("button", { name: "Send Invite" }).click();
  await expect(page.getByText("1 invitation sent.")).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(linkIn(await mailTo(friend.email), "/invite"));
  await expect(other.getByRole("heading", { name: `Join ${client.name}’s team` })).toBeVisible();
  await expectAccessible(other);
  await shot(other, "join-team");
  await other.getByLabel("First name").fill(friend.firstName);
  await other.getByLabel("Last name").fill(friend.lastName);
  await other.getByLabel("Password", { exact: true }).fill(friend.password);
  await other.getByRole("button", { name: "Join" }).click();
  await expect(other.getByRole("heading", { name: "Hello, Frida" })).toBeVisible();

  await page.reload();
  await expect(page.getByText("Frida Friend").first()).toBeVisible();
  await expectAccessible(page);
  await shot(page, "company-users");
  await page.getByRole("button", { name: "Actions for Frida Friend" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Deactivate", exact: true }).click();
  await expect(page.getByText("Deactivated", { exact: true })).toBeVisible();
  // Access ends in the open session too.
  await other.reload();
  await expect(other.getByRole("heading", { name: "You have no access any more" })).toBeVisible();
  await expectAccessible(other);
  await shot(other, "no-access");
  await page.getByRole("button", { name: "Actions for Frida Friend" }).click();
  await page.getByRole("menuitem", { name: "Reactivate" }).click();
  await page.getByRole("button", { name: "Reactivate", exact: true }).click();
  await expect(page.getByText("Deactivated", { exact: true })).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole("heading", { name: "Hello, Frida" })).toBeVisible();
  await context.close();
});

test("B27: an address that has an account signs in first, then is bound; it switches between its places", async ({ page }) => {
  const [first, second] = [await makePartner("Northwind IT"), await makePartner("Southwind IT")];
  const client = await makeClient(first);
  await finishSetUp(client);
  const { link } = await inviteClient(second, client.administrator.email);

  await page.goto(link);
  await expect(page.getByText("This address has an account already.")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, "invite-has-account");
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in and continue" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(client.administrator.password);
  await page.getByRole("button", { name: "Sign in and continue" }).click();
  await expect(page.getByRole("heading", { name: "Company Info" })).toBeVisible();

  // Signed in already, one press accepts.
  const third = await makePartner("Westwind IT");
  const again = await inviteClient(third, client.administrator.email);
  await page.goto(again.link);
  await expect(page.getByText("You are signed in as")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "invite-signed-in");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Company Info" })).toBeVisible();

  // Three places; each shows its own data.
  await page.goto("/");
  await page.getByRole("button", { name: "Switch to another place" }).click();
  await expect(page.getByRole("menuitem")).toHaveCount(3);
  await expectAccessible(page);
  await shot(page, "places");
  await page.getByRole("menuitem", { name: new RegExp(client.name) }).click();
  await expect(page.getByText("2 of 5 steps done")).toBeVisible();
  await expect(page.getByRole("button", { name: "Switch to another place" })).toContainText(client.name);
});

test("B27: an invitation accepted twice at the same moment makes one account", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  const [one, two] = await Promise.allSettled([accept(link, person), accept(link, person)]);
  expect([one.status, two.status].filter((status) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
  await signInAt(page, person);
  await expect(page.getByRole("button", { name: "Switch to another place" })).toHaveCount(0);
});
