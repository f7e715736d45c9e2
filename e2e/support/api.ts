import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { fromNewAddress, serverUrl } from "./addresses.ts";
import { linkIn, mailTo, mailsTo, tokenIn } from "./mailbox.ts";

/** Someone who can sign in. */
export type Person = { email: string; password: string; firstName: string; lastName: string };

/** A partner made for one test, and its owner with a session. */
export type Partner = { name: string; owner: Person; token: string };

/** An address nobody else has. */
export function address(who: string): string {
  return `${who}.${randomUUID().slice(0, 8)}@example.com`;
}

/** Calls the API; fails the test when the status is another one than expected. */
export async function call<T = unknown>(
  method: string,
  path: string,
  expected: number,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<T> {
  const answer = await fetch(serverUrl() + path, {
    method,
    headers: {
      ...fromNewAddress(),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  expect(answer.status, `${method} ${path}: ${text}`).toBe(expected);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

type Session = { access_token: string };

/** Signs a partner up by API and mail, as a visitor would in the browser. */
export async function makePartner(name = "Northwind IT"): Promise<Partner> {
  const owner: Person = {
    email: address("owner"),
    password: `calm ${randomUUID()}`,
    firstName: "Olivia",
    lastName: "Owner",
  };
  await call("POST", "/public/v1/sign-ups", 202, {
    body: { company_name: name, first_name: owner.firstName, last_name: owner.lastName, email: owner.email },
  });
  const mail = await mailTo(owner.email);
  const token = tokenIn(linkIn(mail, "/sign-up"));
  const session = await call<Session>("POST", "/public/v1/sign-ups/confirm", 201, {
    body: { token, password: owner.password },
  });
  return { name, owner, token: session.access_token };
}

/** A fresh access token. */
export async function signIn(person: Person): Promise<string> {
  const body = { email: person.email, password: person.password };
  return (await call<Session>("POST", "/public/v1/sessions", 201, { body })).access_token;
}

/** Invites a client and gives the link from the mail. */
export async function inviteClient(partner: Partner, email = address("client")): Promise<{ email: string; link: string }> {
  const earlier = (await mailsTo(email)).map(({ id }) => id);
  await call("POST", "/api/v1/invites", 201, { token: partner.token, body: { email } });
  return { email, link: linkIn(await mailTo(email, /./, earlier), "/invite") };
}
