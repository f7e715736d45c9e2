import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** A Gangway of our own, with the sandbox beside it, on free ports and with an empty data folder. */
export type Server = {
  url: string;
  sandbox: string;
  /** What a command of `gangway` needs to work on the same data. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
};

/** The binary under test. */
export const gangway = process.env.GANGWAY_BIN ?? join(target, "debug/gangway");

/** Starts the server and waits until it is ready. Its log is in test-results/server.log. */
export async function startServer(log: string, more: Record<string, string> = {}): Promise<Server> {
  const [app, sandbox, smtp] = await freePorts(3);
  const data = mkdtempSync(join(tmpdir(), "gangway-e2e-"));
  const url = `http://localhost:${app}`;
  const settings = {
    GANGWAY_DATA_DIR: data,
    GANGWAY_LISTEN: `127.0.0.1:${app}`,
    GANGWAY_BASE_URL: url,
    GANGWAY_METRICS_LISTEN: "off",
    // Tests play the proxy, so that each comes from an address of its own; see addresses.ts.
    GANGWAY_TRUSTED_PROXIES: "127.0.0.1, ::1",
    GANGWAY_SANDBOX: "on",
    GANGWAY_SANDBOX_LISTEN: `127.0.0.1:${sandbox}`,
    GANGWAY_SANDBOX_SMTP_LISTEN: `127.0.0.1:${smtp}`,
    GANGWAY_SIGN_UP: "open",
    GANGWAY_SHUTDOWN_SECONDS: "2",
    ...more,
  };
  const env = { ...withoutSettings(process.env), ...settings };

  const migrate = spawn(gangway, ["migrate"], { env, stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(migrate, "exit");
  if (status !== 0) throw new Error(`gangway migrate ended with ${status}`);

  const server = spawn(gangway, ["serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const lines = createWriteStream(log);
  server.stdout.pipe(lines);
  server.stderr.pipe(lines);

  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGTERM");
      const patience = setTimeout(() => server.kill("SIGKILL"), 10_000);
      await once(server, "exit");
      clearTimeout(patience);
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready(server, `${url}/readyz`, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, sandbox: `http://127.0.0.1:${sandbox}`, settings, stop };
}

/** Runs a command of the operator's on the data of the server under test. */
export function operate(...words: string[]): void {
  const settings = JSON.parse(process.env.GANGWAY_SETTINGS ?? "{}") as Record<string, string>;
  const env = { ...withoutSettings(process.env), ...settings };
  const { status, stderr } = spawnSync(gangway, words, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`gangway ${words.join(" ")}: ${stderr}`);
}

/** The environment without what would set up another Gangway. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = (name: string) => name.startsWith("GANGWAY_") || name === "DATABASE_URL";
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign(name)));
}

async function ready(server: ChildProcess, address: string, log: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`gangway serve ended with ${server.exitCode}; see ${log}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${address} did not answer within 30 seconds; see ${log}`);
}

/** Ports that were free a moment ago, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
