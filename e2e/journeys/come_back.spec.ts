import { serverUrl } from "../support/addresses.ts";
import { makePartner } from "../support/api.ts";
import { corpus } from "../support/corpora.ts";
import { expect, test } from "../support/test.ts";

type Case = { return_to: string; same_site: boolean };

test("XS-04: after signing in one is on a page of this application, whatever the address says", async ({ page }) => {
  const cases = (corpus("net/return_to.json") as { cases: Case[] } | undefined)?.cases;
  test.skip(cases === undefined, "the corpora are not there");
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(serverUrl()) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  const partner = await makePartner();
  const foreign = (cases ?? []).filter(({ same_site }) => !same_site).map(({ return_to }) => return_to);
  expect(foreign.length).toBeGreaterThan(10);
  // By every name such a parameter has elsewhere, and as the path itself.
  const named = foreign.map((text) => ["return_to", "next", "redirect", "url"].map((name) => `${name}=${encodeURIComponent(text)}`).join("&"));
  const addresses = [`/sign-in?${named.join("&").slice(0, 6000)}`, "//evil.test", "/sign-in//evil.test", "/clients?return_to=//evil.test#//evil.test"];
  for (const address of addresses) {
    await page.context().clearCookies();
    const answer = await page.goto(serverUrl() + address);
    // Some are no page at all; what was in them must not have stayed.
    if (answer?.status() === 404) await page.goto("/sign-in");
    await page.getByLabel("Email", { exact: true }).fill(partner.owner.email);
    await page.getByLabel("Password", { exact: true }).fill(partner.owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^(Hello, |Clients)/ })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(serverUrl());
  }
  expect(elsewhere, "nothing was asked of another server").toEqual([]);
});
