import { resolve } from "node:path";
import { sandboxUrl, serverUrl } from "../support/addresses.ts";
import { makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { makeClient, signInAt } from "../support/people.ts";
import { type Server, startServer } from "../support/server.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";
import { clearTwilioFaults, twilioFault } from "../support/twilio.ts";
import { step } from "../support/wizard.ts";

// Faults strike the whole server, so these journeys have one of their own.
test.describe.configure({ mode: "serial" });
let server: Server;
const shared = { GANGWAY_URL: process.env.GANGWAY_URL, GANGWAY_SANDBOX_URL: process.env.GANGWAY_SANDBOX_URL };
test.beforeAll(async () => {
  server = await startServer(resolve(import.meta.dirname, "../test-results/twilio-server.log"));
  Object.assign(process.env, { GANGWAY_URL: server.url, GANGWAY_SANDBOX_URL: server.sandbox });
});
test.afterAll(async () => {
  Object.assign(process.env, shared);
  await server.stop();
});
test.use({ baseURL: async ({}, use) => use(serverUrl()) });
test.afterEach(clearTwilioFaults);

async function owned(): Promise<number> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/numbers`);
  return ((await answer.json()) as unknown[]).length;
}

test("B17: a double click on Enable an SMS Number buys one number", async ({ page }) => {
  const client = await makeClient(await makePartner());
  await signInAt(page, client.administrator);
  await page.goto("/setup/enable_sms");
  const before = await owned();
  await twilioFault({ kind: "delay", ms: 1_500, times: 1 });
  await page.getByRole("button", { name: "Enable an SMS Number" }).dblclick();
  await expect(page.getByText("Finding a number")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "wizard-3-finding");
  await expect(page.getByText("Your number")).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(page.getByText("Your number")).toBeVisible();
  expect(await owned()).toBe(before + 1);
});

for (const [what, fault] of [
  ["Twilio is down", { kind: "server_error", status: 503 }],
  ["Twilio has no numbers", { kind: "no_numbers" }],
] as const) {
  test(`B14 B17: while ${what} the wizard leads on, and a number comes later`, async ({ page }) => {
    const client = await makeClient(await makePartner());
    await signInAt(page, client.administrator);
    await page.goto("/setup/enable_sms");
    const before = await owned();
    await twilioFault(fault);
    await page.getByRole("button", { name: "Enable an SMS Number" }).click();
    await expect(page.getByText("No number yet")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Nothing is lost; please try again later/)).toBeVisible();
    await expectAccessible(page);
    await shot(page, `wizard-3-${fault.kind.replaceAll("_", "-")}`);
    await page.getByRole("button", { name: "Continue without text messaging" }).click();
    await expect(step(page, "Enable Application")).toBeVisible();
    expect(await owned()).toBe(before);

    await clearTwilioFaults();
    await page.getByRole("button", { name: "Back" }).click();
    // Gangway tries again by itself too, and may be quicker than the press.
    const again = page.getByRole("button", { name: "Try again" });
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(page.getByText("Your number")).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
    expect(await owned()).toBe(before + 1);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(step(page, "Enable Application")).toBeVisible();
  });
}

test("B17: an answer of Twilio's that gets lost after the purchase still buys one number", async ({ page }) => {
  const client = await makeClient(await makePartner());
  await signInAt(page, client.administrator);
  await page.goto("/setup/enable_sms");
  const before = await owned();
  await twilioFault({ kind: "drop_after_effect", method: "POST", path_contains: "IncomingPhoneNumbers", times: 1 });
  await page.getByRole("button", { name: "Enable an SMS Number" }).click();
  await expect(page.getByText("Your number")).toBeVisible({ timeout: 30_000 });
  expect(await owned()).toBe(before + 1);
});
