import { expect } from "@playwright/test";
import { sandboxUrl } from "./addresses.ts";

/** How the simulated Twilio misbehaves, for the next calls that fit. */
export type Fault = {
  /** `GET`, `POST` or `DELETE`; any when left out. */
  method?: string;
  /** Part of the path, such as `IncomingPhoneNumbers`; all when left out. */
  path_contains?: string;
  /** How often; until it is cleared when left out. */
  times?: number;
} & (
  | { kind: "delay"; ms: number }
  | { kind: "throttle"; retry_after?: number }
  | { kind: "server_error"; status: number; html?: boolean }
  | { kind: "error_after_effect"; status: number; html?: boolean }
  | { kind: "refuse"; status: number; code: number }
  | { kind: "drop_after_effect" }
  | { kind: "drop_before" }
  | { kind: "no_numbers" }
);

/** Sets a fault. It strikes every test on this server, so such tests run serially and clear it. */
export async function twilioFault(fault: Fault): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
  expect(answer.ok, `the sandbox takes the fault (${answer.status})`).toBe(true);
}

/** Twilio behaves again. */
export async function clearTwilioFaults(): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/faults`, { method: "DELETE" });
  expect(answer.ok, `the sandbox clears its faults (${answer.status})`).toBe(true);
}
