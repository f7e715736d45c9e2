import type { Page } from "@playwright/test";
import { serverUrl } from "../support/addresses.ts";
import { call, inviteClient, makePartner, type Partner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { letInviteExpire } from "../support/database.ts";
import { linkIn, mailTo, mailsTo } from "../support/mailbox.ts";
import { accept, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { doCredentials, step } from "../support/wizard.ts";

type Invite = { id: string; email: string; status: string };

async function invite(partner: Partner, email: string): Promise<Invite> {
  const { data } = await call<{ data: Invite[] }>("GET", "/api/v1/invites", 200, { token: partner.token });
  const found = data.find((invite) => invite.email === email);
  if (found === undefined) throw new Error(`no invitation to ${email}`);
  return found;
}

/** Opens a link as from a mail: a new page, not only another fragment. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(link);
}

test("B27: a link that was used leads to signing in", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  await accept(link, person);

  await open(page, link);
  await expect(page.getByRole("heading", { name: "This link has been used" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "link-used");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email", { exact: true }).fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${person.firstName}` })).toBeVisible();
});

test("B10 B27: an expired link offers a new one, which works", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);
  letInviteExpire(person.email);
  expect((await invite(partner, person.email)).status).toBe("expired");

  await open(page, link);
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "link-expired");
  await page.getByRole("button", { name: "Send me a new one" }).click();
  await expect(page.getByRole("button", { name: "Send me a new one" })).toHaveCount(0);
  await shot(page, "link-expired-sent");
  await expect.poll(async () => (await mailsTo(person.email)).length).toBe(2);
  const newer = linkIn(await mailTo(person.email), "/invite");
  // Pasted into the same tab, only the fragment changes.
  await doCredentials(page, newer, person);

  await open(page, link);
  await expect(page.getByRole("heading", { name: /This link (no longer works|has been used)/ })).toBeVisible();
});

test("B10 B27: a revoked link and one replaced by a newer say so, an unknown one too", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link: first } = await inviteClient(partner, person.email);
  const { id } = await invite(partner, person.email);
  await call("POST", `/api/v1/invites/${id}/resend`, 200, { token: partner.token });
  await expect.poll(async () => (await mailsTo(person.email)).length).toBe(2);
  const second = linkIn(await mailTo(person.email), "/invite");

  await open(page, first);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await open(page, second);
  await expect(step(page, "Credentials")).toBeVisible();
  await call("POST", `/api/v1/invites/${id}/revoke`, 200, { token: partner.token });
  await open(page, second);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "link-revoked");

  await open(page, `${serverUrl()}/invite#${"x".repeat(43)}`);
  await expect(page.getByRole("heading", { name: "This link is not known" })).toBeVisible();
  await shot(page, "link-unknown");
  await open(page, `${serverUrl()}/invite`);
  await expect(page.getByRole("heading", { name: "This link is not known" })).toBeVisible();
});

test("B10 IN-04: scanners that open a link, with scripts too, change nothing", async ({ page }) => {
  const partner = await makePartner();
  const person = newPerson();
  const { link } = await inviteClient(partner, person.email);

  for (const method of ["GET", "HEAD", "GET", "HEAD", "GET"]) {
    const answer = await fetch(link, { method });
    expect(answer.status).toBe(200);
  }
  for (let preview = 0; preview < 5; preview += 1) {
    await open(page, link);
    await expect(step(page, "Credentials")).toBeVisible();
  }
  expect((await invite(partner, person.email)).status).toBe("sent");

  // A person types: now it is opened, and only Continue uses it.
  await page.getByLabel("First name").pressSequentially("C");
  await expect.poll(async () => (await invite(partner, person.email)).status).toBe("opened");
  await doCredentials(page, link, person);
  expect((await invite(partner, person.email)).status).toBe("accepted");
});

test("IN-11: pages of links ask nobody else and tell nobody the link", async ({ page }) => {
  const partner = await makePartner();
  const { link } = await inviteClient(partner);
  const requests: { url: string; referrer: string | undefined; body: string | null }[] = [];
  page.on("request", (request) =>
    requests.push({ url: request.url(), referrer: request.headers().referer, body: request.postData() }),
  );

  const token = new URL(link).hash.slice(1);
  const paths = ["/invite", "/join", "/handover", "/sign-up/confirm", "/reset-password"];
  for (const path of paths) {
    await open(page, `${serverUrl()}${path}#${token}`);
    await page.waitForLoadState("networkidle");
  }
  await open(page, link);
  await expect(step(page, "Credentials")).toBeVisible();
  const answer = await page.request.get(`${serverUrl()}/invite`);
  expect(answer.headers()["referrer-policy"]).toBe("no-referrer");

  const foreign = requests.filter(({ url }) => url !== "about:blank" && new URL(url).origin !== serverUrl());
  expect(foreign, "requests to others").toEqual([]);
  expect(requests.filter(({ referrer }) => referrer), "requests with a referrer").toEqual([]);
  const telling = requests.filter(({ url }) => url.split("#")[0]?.includes(token));
  expect(telling, "addresses with the token before their fragment").toEqual([]);
  // It did travel, in the body of the look-up.
  expect(requests.some(({ url, body }) => url.endsWith("/invites/look-up") && body?.includes(token))).toBe(true);
});

test("B27: an invitation for someone else is not accepted for whoever is signed in", async ({ page }) => {
  const partner = await makePartner();
  const { email, link } = await inviteClient(partner);
  await signInAt(page, partner.owner);
  await page.goto(link);
  await expect(page.getByText("This invitation is for someone else")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "link-other-person");
  await page.getByRole("button", { name: "Sign out and continue" }).click();
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(email);
});
