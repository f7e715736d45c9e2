// WG-09: loaders that were given out go on working. One file of `kept` per loader that differed;
// none is removed before it is twelve months old.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { OPEN, page } from "./page.mjs";

const kept = (name) => readFileSync(new URL(`kept/${name}`, import.meta.url), "utf8");

test("wg-09 the loader of November 2026 draws its button and its way to text", async () => {
  const { run, press, root, errors } = page(OPEN, { loader: kept("v1-2026-11.js") });
  await run();
  await press(root.find("button"));
  assert.equal(root.find("h2").textContent, "Acme");
  assert.equal(root.find("a").attributes.href, "sms:+15005550006");
  assert.deepEqual(errors, []);
});

test("wg-09 while texting is closed it offers none", async () => {
  const { run, press, root } = page({ ...OPEN, sms_number: null, applications: [] }, { loader: kept("v1-2026-11.js") });
  await run();
  await press(root.find("button"));
  assert.equal(root.find("a"), null);
});

const SECOND = { loader: kept("v1-2026-11-27.js") };

test("wg-09 the loader of 27 November 2026 opens today's panel, from which a text is sent", async () => {
  const answers = ({ url }) => {
    if (url.endsWith("/visits")) return { status: 201, json: async () => ({ visit: "visit_1" }) };
    if (url.endsWith("/texts")) return { status: 202, json: async () => ({ received: true }) };
    return OPEN;
  };
  const { run, open, pass, settle, root, calls, imports, errors } = page(answers, SECOND);
  await run();
  await open();
  assert.deepEqual(imports, ["https://gangway.example/widget/v1-panel.js"]);
  for (const [id, text] of [["name", "Ann"], ["phone", "(500) 555-0100"], ["message", "Are you open?"]]) {
    root.find(`#${id}`).value = text;
  }
  root.find("#agreed").checked = true;
  root.find("form").listeners.submit({ preventDefault() {} });
  await settle();
  await pass(5_000);
  const sent = calls.find(({ url }) => url.endsWith("/texts"));
  const body = JSON.parse(sent.options.body);
  assert.equal(body.message, "Are you open?");
  assert.equal(body.wording_version, "3");
  assert.deepEqual(errors, []);
});

test("wg-09 it shows no button while nothing is open, and one when that changes", async () => {
  let settings = { ...OPEN, applications: [], changes_at: "2026-11-26T13:00:00Z" };
  const { run, pass, root, errors } = page(() => settings, SECOND);
  await run();
  assert.equal(root.find("gangway-widget"), null);
  settings = OPEN;
  await pass(70 * 60_000);
  assert.equal(root.find("gangway-widget").hidden, false);
  assert.deepEqual(errors, []);
});
