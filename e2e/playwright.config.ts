import { defineConfig } from "@playwright/test";
import { chromium } from "./support/chromium.ts";

// One server for the whole run, started by support/setup.ts with a new, empty data folder.
export default defineConfig({
  outputDir: "test-results",
  globalSetup: "./support/setup.ts",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    // Set by support/setup.ts before the workers start.
    baseURL: process.env.GANGWAY_URL ?? "",
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    locale: "en-US",
    timezoneId: "America/New_York",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: chromium(),
  },
  projects: [
    { name: "desktop", testDir: "journeys" },
    { name: "contract", testDir: "contract" },
    { name: "bench", testDir: "bench" },
  ],
});
