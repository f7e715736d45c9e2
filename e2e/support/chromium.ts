import { spawnSync } from "node:child_process";
import type { LaunchOptions } from "@playwright/test";

/** The system's Chromium, quiet: it calls nobody but the pages under test. */
export function chromium(): LaunchOptions {
  const found = ["chromium", "chromium-browser", "google-chrome"]
    .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim())
    .find((path) => path !== "");
  return {
    ...(found === undefined ? {} : { executablePath: found }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A company's page, played on its real address, may ask the server on this machine.
      "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
      "--no-first-run",
    ],
  };
}
