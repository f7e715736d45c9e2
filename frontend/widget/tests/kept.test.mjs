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
