import { randomUUID } from "node:crypto";
import { type Page, expect } from "@playwright/test";
import { type Partner, type Person, address, call, inviteClient } from "./api.ts";
import { tokenIn } from "./mailbox.ts";

/** A company name nobody else has. */
export function companyName(start = "Harbor Bakery"): string {
  return `${start} ${randomUUID().slice(0, 6)}`;
}

/** Somebody who has no account yet. */
export function newPerson(firstName = "Clara", lastName = "Client", email = address(firstName.toLowerCase())): Person {
  return { email, password: `quiet ${randomUUID()}`, firstName, lastName };
}

/** A client made for one test: its Company Administrator with a session. */
export type Client = { id: string; name: string; administrator: Person; token: string };

/** What Company Info asks for. */
export function companyInfo(name: string, website = "https://www.companyname.com") {
  return {
    name,
    address_line1: "1 Harbor Street",
    city: "Portland",
    region: "Maine",
    postal_code: "04101",
    country: "US",
    time_zone: "America/New_York",
    reply_to: "hello@companyname.com",
    website,
  };
}

type Session = { access_token: string; me: { places: { client: { id: string } | null }[] } };

/** Accepts an invitation by API, as the page of its link would. */
export async function accept(link: string, person: Person): Promise<Session> {
  return call<Session>("POST", "/public/v1/invites/accept", 201, {
    body: {
      token: tokenIn(link),
      first_name: person.firstName,
      last_name: person.lastName,
      password: person.password,
    },
  });
}

/** Invites a client by API and lets it accept; with a name, Company Info is done too. */
export async function makeClient(partner: Partner, name = companyName(), website?: string): Promise<Client> {
  const administrator = newPerson();
  const { link } = await inviteClient(partner, administrator.email);
  const session = await accept(link, administrator);
  const id = session.me.places[0]?.client?.id;
  if (id === undefined) throw new Error("the session names no client");
  const client = { id, name, administrator, token: session.access_token };
  await call("POST", `/api/v1/clients/${id}/onboarding/company-info`, 200, {
    token: client.token,
    body: companyInfo(name, website),
  });
  return client;
}

/** Skips what is optional, so that the client has its dashboard. */
export async function finishSetUp(client: Client): Promise<void> {
  for (const step of ["enable_sms", "enable_application", "invite_team"]) {
    await call("POST", `/api/v1/clients/${client.id}/onboarding/steps/${step}/skip`, 200, { token: client.token });
  }
}

/** Signs in on the sign-in page and waits for what comes after it. */
export async function signInAt(page: Page, person: Person, heading: string | RegExp = /^Hello, /): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email", { exact: true }).fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** Opens the menu of the person and signs out. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}
