import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { serverUrl } from "../support/addresses.ts";
import { makePartner } from "../support/api.ts";

const contract = resolve(import.meta.dirname, "../../openapi.yaml");
const hooks = resolve(import.meta.dirname, "callers.py");
const log = resolve(import.meta.dirname, "../test-results/server.log");

// A few hundred made-up requests; more by SCHEMATHESIS_EXAMPLES.
const examples = process.env.SCHEMATHESIS_EXAMPLES ?? "5";
const seed = process.env.SCHEMATHESIS_SEED ?? "1";

test("ID-01: made-up requests get what the contract promises", async () => {
  test.setTimeout(40 * 60_000);
  const { token } = await makePartner();
  console.log(`${examples} examples an operation, SCHEMATHESIS_SEED=${seed}`);
  const run = spawn(
    "schemathesis",
    [
      "run",
      contract,
      "--url",
      serverUrl(),
      "--header",
      `Authorization: Bearer ${token}`,
      // Signing out or switching off the person who asks would end the run's own session.
      "--exclude-operation-id",
      "sign_out",
      "--exclude-operation-id",
      "deactivate_user",
      // It goes on for an hour unless told otherwise; crates/api/tests/api/stream holds it to its words.
      "--exclude-operation-id",
      "read_stream",
      "--phases",
      "examples,coverage,fuzzing",
      "--checks",
      "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,negative_data_rejection",
      "--max-examples",
      examples,
      "--seed",
      seed,
      "--request-timeout",
      "20",
      "--no-color",
    ],
    { stdio: "inherit", env: { ...process.env, SCHEMATHESIS_HOOKS: hooks } },
  );
  const [status] = await once(run, "exit");
  expect(status, "schemathesis found nothing").toBe(0);
  expect((await fetch(`${serverUrl()}/healthz`)).ok, "the server lives").toBe(true);
  // Not there when GANGWAY_URL names a server that runs elsewhere.
  const written = process.env.GANGWAY_SETTINGS ? readFileSync(log, "utf8") : "";
  expect(written).not.toMatch(/panicked|"status":500/);
});
