import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { startServer } from "./server.ts";

/** Before all tests; what it returns runs after them. GANGWAY_URL and GANGWAY_SANDBOX_URL name a running server instead. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.GANGWAY_URL && process.env.GANGWAY_SANDBOX_URL) return undefined;
  const results = resolve(import.meta.dirname, "../test-results");
  mkdirSync(results, { recursive: true });
  const server = await startServer(resolve(results, "server.log"));
  process.env.GANGWAY_URL = server.url;
  process.env.GANGWAY_SANDBOX_URL = server.sandbox;
  process.env.GANGWAY_SETTINGS = JSON.stringify(server.settings);
  return server.stop;
}
