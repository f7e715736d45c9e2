import { test as base, expect } from "@playwright/test";
import { fromNewAddress } from "./addresses.ts";

export { expect };

/** A test whose page may neither log an error nor break the content security policy. */
export const test = base.extend<{ complaints: string[] }>({
  // Limits count by address: each test is a caller of its own, as visitors are.
  extraHTTPHeaders: async ({}, use) => use(fromNewAddress()),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        // The browser itself logs each refused request; pages answer those in words.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
          complaints.push(message.text());
        }
      });
      await use(complaints);
      expect(complaints, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});
