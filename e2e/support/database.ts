import { spawnSync } from "node:child_process";
import { join } from "node:path";

const AGE = `
import sqlite3, sys
file, email = sys.argv[1:]
database = sqlite3.connect(file, timeout=10)
aged = database.execute("UPDATE invites SET expires_at = '2020-01-01 00:00:00+00:00' WHERE email = ?", (email,))
assert aged.rowcount == 1, aged.rowcount
database.commit()
`;

const QUIET = `
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=10)
database.execute("DELETE FROM limit_buckets")
database.commit()
`;

/** Lets the invitation to this address expire. Hours cannot pass in a test, so its row is changed in the database. */
export function letInviteExpire(email: string): void {
  run(AGE, email);
}

/** As after hours in which nobody asked for anything: every limit lets through what it can. */
export function afterQuietHours(): void {
  run(QUIET);
}

function run(script: string, ...more: string[]): void {
  const settings = JSON.parse(process.env.GANGWAY_SETTINGS ?? "{}") as Record<string, string>;
  const folder = settings.GANGWAY_DATA_DIR;
  if (folder === undefined) throw new Error("the server under test was started by someone else");
  const { status, stderr } = spawnSync("python3", ["-c", script, join(folder, "gangway.db"), ...more], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the database cannot be changed: ${stderr}`);
}

const PROOF = `
import sqlite3, sys
file, email = sys.argv[1:]
database = sqlite3.connect(file, timeout=10)
aged = database.execute("UPDATE sessions SET proven_at = '2020-01-01 00:00:00+00:00' WHERE person_id = (SELECT id FROM people WHERE email = ?)", (email,))
assert aged.rowcount > 0, aged.rowcount
database.commit()
`;

/** The person proved who they are long ago, in all their sessions. */
export function letProofAge(email: string): void {
  run(PROOF, email);
}
