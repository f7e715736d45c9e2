import { type Locator, type Page, expect } from "@playwright/test";
import type { Person } from "./api.ts";

/** The step of the set-up on the page, by its heading. */
export function step(page: Page, title: string): Locator {
  return page.getByRole("heading", { level: 1, name: title, exact: true });
}

/** Opens an invitation and fills in Credentials, without sending it. */
export async function fillCredentials(page: Page, person: Person): Promise<void> {
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(person.email);
  await page.getByLabel("First name").fill(person.firstName);
  await page.getByLabel("Last name").fill(person.lastName);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
}

/** Opens an invitation and goes on to Company Info. */
export async function doCredentials(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await fillCredentials(page, person);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(step(page, "Company Info")).toBeVisible();
}

/** Fills Company Info in, without sending it. */
export async function fillCompanyInfo(page: Page, name: string, website = "https://www.companyname.com"): Promise<void> {
  await page.getByLabel("Company name").fill(name);
  await page.getByLabel("Website").fill(website);
  await page.getByLabel("Street and number").fill("1 Harbor Street");
  await page.getByLabel("City").fill("Portland");
}

/** Fills Company Info in and goes on to Enable SMS. */
export async function doCompanyInfo(page: Page, name: string, website?: string): Promise<void> {
  await fillCompanyInfo(page, name, website);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(step(page, "Enable SMS")).toBeVisible();
}

/** Types something, and waits until the text is stored as a draft. */
export async function saved(page: Page, text: string, type: () => Promise<void>): Promise<void> {
  const stored = page.waitForResponse(
    (answer) => answer.ok() && /draft/.test(answer.url()) && (answer.request().postData()?.includes(text) ?? false),
  );
  await type();
  await stored;
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
}
