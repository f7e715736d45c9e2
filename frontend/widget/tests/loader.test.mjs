import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { SRC, page } from "./page.mjs";

const ACME = { company_name: "Acme", sms_number: "+15005550006" };

test("b21 the application code draws one button that opens a way to text", async () => {
  const { run, calls, root, newNames } = page(ACME);
  await run();
  assert.equal(calls[0].url, "https://gangway.example/public/v1/widgets/app_1");
  assert.equal(calls[0].options.credentials, "omit");
  const button = root.find("button");
  assert.equal(button.attributes["aria-label"], "Contact Acme");
  assert.equal(root.find("div").hidden, true);
  button.listeners.click();
  assert.equal(root.find("div").hidden, false);
  assert.equal(button.attributes["aria-expanded"], "true");
  assert.equal(root.find("a").attributes.href, "sms:+15005550006");
  assert.deepEqual(newNames(), []);
});

test("b36 Escape closes the panel and goes back to the button", async () => {
  const { run, root, focused } = page(ACME);
  await run();
  root.find("button").listeners.click();
  root.find("#shadow-root").listeners.keydown({ key: "Escape", stopPropagation() {} });
  assert.equal(root.find("div").hidden, true);
  assert.equal(focused(), root.find("button"));
});

test("b15 without a number there is no way to text", async () => {
  const { run, root } = page({ company_name: "Acme", sms_number: null });
  await run();
  assert.equal(root.find("a"), null);
  assert.match(root.find("p").textContent, /reach Acme here soon/);
});

test("b21 the code placed twice draws one button", async () => {
  const { run, root } = page(ACME);
  await Promise.all([run(), run()]);
  await run();
  assert.equal(root.children.length, 1);
});

test("b35 a tag manager that drops data attributes leaves the key in the address", async () => {
  const { run, calls, root } = page(ACME);
  await run({ src: `${SRC}?key=app_1` });
  assert.equal(calls[0].url, "https://gangway.example/public/v1/widgets/app_1");
  assert.equal(root.children.length, 1);
});

const NOTHING = {
  "an unknown key": () => ({ status: 404, json: async () => ({}) }),
  "a server out of order": () => ({ status: 503, json: async () => ({}) }),
  "no connection": () => { throw new TypeError("failed"); },
  "an answer that is not JSON": () => ({ status: 200, json: async () => JSON.parse("<") }),
  "an answer of another shape": () => ({ status: 200, json: async () => null }),
};

for (const [what, answer] of Object.entries(NOTHING)) {
  test(`b36 ${what} leaves the page as it was`, async () => {
    const { run, root } = page(answer);
    await run();
    assert.equal(root.children.length, 0);
  });
}

test("b36 a tag without a key asks nothing", async () => {
  const { run, calls } = page(ACME);
  await run({ src: SRC });
  assert.equal(calls.length, 0);
});

test("b36 the loader is small and stores nothing", () => {
  const code = readFileSync(new URL("../dist/v1.js", import.meta.url));
  assert.ok(brotliCompressSync(code).length < 2048);
  assert.doesNotMatch(code.toString(), /cookie|localStorage|sessionStorage|indexedDB/);
});
