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
        // The recorder of traces looks into the sandbox's mails, whose frame runs no scripts, and is told so.
        const harmless = ["Failed to load resource", "Blocked script execution in 'about:srcdoc'"];
        if (message.type() === "error" && !harmless.some((start) => message.text().startsWith(start))) {
          complaints.push(message.text());
        }
      });
      await use(complaints);
      expect(complaints, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});
