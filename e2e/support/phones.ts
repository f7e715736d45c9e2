import { expect } from "@playwright/test";
import { call } from "./api.ts";
import { fromNewAddress, sandboxUrl, serverUrl } from "./addresses.ts";
import type { Client } from "./people.ts";

/** A customer's phone, as the sandbox plays it. */
export type Phone = { number: string };

/** A phone of nobody else's, in Maine. */
export function newPhone(): Phone {
  const line = () => String(Math.floor(Math.random() * 10_000)).padStart(4, "0");
  return { number: `+1207${String(200 + Math.floor(Math.random() * 800))}${line()}` };
}

/** Gives a client a number, and has it answer at any hour of the day. */
export async function textingNumber(client: Client): Promise<string> {
  const path = `/api/v1/clients/${client.id}/sms-number`;
  await call("POST", path, 202, { token: client.token });
  let number: string | null = null;
  const read = async () => {
    ({ number } = await call<{ number: string | null }>("GET", path, 200, { token: client.token }));
    return number;
  };
  await expect.poll(read, { message: "a number is bought", timeout: 30_000 }).not.toBeNull();
  await withoutQuietHours(client);
  return number ?? "";
}

/** Quiet hours are those of the customer; a test runs whenever it runs. */
async function withoutQuietHours(client: Client): Promise<void> {
  const url = `${serverUrl()}/api/v1/clients/${client.id}/texting-settings`;
  const headers = { authorization: `Bearer ${client.token}`, "content-type": "application/json", ...fromNewAddress() };
  const etag = (await fetch(url, { headers })).headers.get("etag") ?? "";
  const body = JSON.stringify({ quiet_from: "03:00", quiet_until: "03:00" });
  const saved = await fetch(url, { method: "PATCH", headers: { ...headers, "if-match": etag }, body });
  expect(saved.status, await saved.text()).toBe(200);
}

/** The customer texts. */
export async function textFrom(phone: Phone, to: string, body: string): Promise<void> {
  // The number's webhook is set shortly after it is bought.
  const sent = async () => {
    const answer = await fetch(`${sandboxUrl()}/_sandbox/phones/${encodeURIComponent(phone.number)}/texts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to, body }),
    });
    return answer.ok ? ((await answer.json()) as { status: number }).status : answer.status;
  };
  await expect.poll(sent, { message: "the text comes in", timeout: 15_000 }).toBe(200);
}

/** What the customer's phone shows, as text. */
export async function screenOf(phone: Phone): Promise<string> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/phones/${encodeURIComponent(phone.number)}`);
  return answer.text();
}

/** Switches the phone off or on. */
export async function setPhone(phone: Phone, condition: "on" | "off" | "landline" | "silent"): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/phones/${encodeURIComponent(phone.number)}/condition`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ condition }),
  });
  expect(answer.ok, `the sandbox takes ${condition} (${answer.status})`).toBe(true);
}
