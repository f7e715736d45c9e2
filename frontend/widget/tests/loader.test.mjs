import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { OPEN, SRC, page } from "./page.mjs";

test("b21 the application code draws one button that opens the panel", async () => {
  const { run, open, calls, imports, root, newNames } = page(OPEN);
  await run();
  assert.equal(calls[0].url, "https://gangway.example/public/v1/widgets/app_1");
  assert.equal(calls[0].options.credentials, "omit");
  const button = root.find("#launch");
  assert.equal(button.attributes["aria-label"], "Text us, Acme");
  assert.equal(root.find("#panel").hidden, true);
  assert.deepEqual(imports, [], "the panel is not loaded before it is opened");
  await open();
  assert.deepEqual(imports, ["https://gangway.example/widget/v1-panel.js"]);
  assert.equal(root.find("#panel").hidden, false);
  assert.equal(button.attributes["aria-expanded"], "true");
  assert.deepEqual(newNames(), []);
});

test("b36 Escape closes the panel and goes back to the button", async () => {
  const { run, open, root, focused } = page(OPEN);
  await run();
  await open();
  assert.equal(focused(), root.find("#panel"));
  root.find("#shadow-root").listeners.keydown({ key: "Escape", stopPropagation() {} });
  assert.equal(root.find("#panel").hidden, true);
  assert.equal(focused(), root.find("#launch"));
});

test("b29 with nothing open there is no button, and one once the company opens", async () => {
  let settings = { ...OPEN, applications: [], changes_at: "2026-11-26T13:00:00Z" };
  const { run, pass, calls, root } = page(() => settings);
  await run();
  assert.equal(root.find("gangway-widget"), null);
  settings = { ...OPEN, changes_at: "2026-11-26T17:00:00Z" };
  await pass(30 * 60_000);
  assert.equal(calls.length, 1, "nothing is asked before it can change");
  await pass(40 * 60_000);
  assert.equal(calls.length, 2);
  assert.equal(root.find("gangway-widget").hidden, false);
  settings = { ...OPEN, applications: [] };
  await pass(5 * 3_600_000);
  assert.equal(root.find("gangway-widget").hidden, true);
});

test("b29 what a visitor has open stays until it is closed", async () => {
  let settings = { ...OPEN, changes_at: "2026-11-26T13:00:00Z" };
  const { run, open, pass, press, root } = page(() => settings);
  await run();
  await open();
  settings = { ...OPEN, applications: [] };
  await pass(2 * 3_600_000);
  assert.equal(root.find("gangway-widget").hidden, false);
  await press(root.find("#launch"));
  assert.equal(root.find("gangway-widget").hidden, true);
});

test("b29 after trouble it looks again by itself", async () => {
  let calls = 0;
  const answer = () => {
    calls += 1;
    if (calls === 2) throw new TypeError("failed");
    return calls === 1 ? { ...OPEN, changes_at: "2026-11-26T13:00:00Z" } : { ...OPEN, applications: [] };
  };
  const { run, pass, errors, root } = page(answer);
  await run();
  await pass(2 * 3_600_000);
  assert.equal(root.find("gangway-widget").hidden, false);
  await pass(31 * 60_000);
  assert.equal(root.find("gangway-widget").hidden, true);
  assert.deepEqual(errors, []);
});

test("b21 the code placed twice draws one button", async () => {
  const { run, root } = page(OPEN);
  await Promise.all([run(), run()]);
  await run();
  assert.equal(root.children.length, 1);
});

test("b35 a tag manager that drops data attributes leaves the key in the address", async () => {
  const { run, calls, root } = page(OPEN);
  await run({ src: `${SRC}?key=app_1` });
  assert.equal(calls[0].url, "https://gangway.example/public/v1/widgets/app_1");
  assert.equal(root.children.length, 1);
});

test("b36 a page that throws the button out gets it back, and not for ever", async () => {
  const { run, swap, root } = page(OPEN);
  await run();
  const button = root.find("gangway-widget");
  for (let swaps = 0; swaps < 30; swaps++) {
    if (button.parent) button.remove();
    await swap();
  }
  assert.equal(root.find("gangway-widget"), null, "a page that insists has it gone");
  const second = page(OPEN);
  await second.run();
  second.root.find("gangway-widget").remove();
  await second.swap();
  assert.ok(second.root.find("gangway-widget"));
});

test("the look is the company's, and a colour that is none is not used", async () => {
  const { run, root } = page(OPEN);
  await run();
  const css = (of) => of.find("#shadow-root").sheets.map((sheet) => sheet.css).join("");
  assert.match(css(root), /--color:#ffee88 !important;--on:#111827 !important/);
  assert.equal(root.find("gangway-widget").className, "left");
  const style = { ...OPEN.style, color: "red;}*{display:none}", text_color: 7, position: "middle" };
  const other = page({ ...OPEN, style });
  await other.run();
  assert.match(css(other.root), /--color:#1f2937 !important;--on:#ffffff !important/);
  assert.equal(other.root.find("gangway-widget").className, "");
});

test("wg-08 on a slow network the button says so, and the panel appears whole or not at all", async () => {
  let arrives;
  const slow = new Promise((done) => { arrives = done; });
  const { run, open, settle, root } = page(OPEN, { slow });
  await run();
  await open();
  assert.equal(root.find("#launch").attributes["aria-busy"], "true");
  assert.equal(root.find("#panel").hidden, true);
  arrives();
  await settle();
  assert.equal(root.find("#launch").attributes["aria-busy"], undefined);
  assert.equal(root.find("#panel").hidden, false);
  assert.ok(root.find("form"));
});

test("b36 a panel that cannot be loaded leaves the numbers, and is asked for again", async () => {
  const { run, open, press, imports, root, errors } = page(OPEN, { panel: null });
  await run();
  await open();
  const links = root.find("#panel").all("a").map((link) => link.attributes.href);
  assert.deepEqual(links, ["tel:+15005550009", "sms:+15005550006"]);
  await press(root.find("#launch"));
  await open();
  assert.deepEqual(imports, ["https://gangway.example/widget/v1-panel.js", "https://gangway.example/widget/v1-panel.js?2"]);
  assert.deepEqual(errors, []);
});

const NOTHING = {
  "an unknown key": () => ({ status: 404, json: async () => ({}) }),
  "a server out of order": () => ({ status: 503, json: async () => ({}) }),
  "no connection": () => { throw new TypeError("failed"); },
  "an answer that is not JSON": () => ({ status: 200, json: async () => JSON.parse("<") }),
  "an answer of another shape": () => ({ status: 200, json: async () => null }),
  "a list where an object should be": () => ({ status: 200, json: async () => [[], "x", 7] }),
};

for (const [what, answer] of Object.entries(NOTHING)) {
  test(`b36 ${what} leaves the page as it was`, async () => {
    const { run, root, errors, timers } = page(answer);
    await run();
    assert.equal(root.children.length, 0);
    assert.equal(timers.length, 0);
    assert.deepEqual(errors, []);
  });
}

test("b36 a tag without a key asks nothing", async () => {
  const { run, calls } = page(OPEN);
  await run({ src: SRC });
  assert.equal(calls.length, 0);
});

const file = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url));

test("b36 all that comes before opening is under 6 KB", () => {
  assert.ok(brotliCompressSync(file("v1.js")).length < 6_000);
  assert.ok(brotliCompressSync(file("v1-panel.js")).length < 6_000);
});

test("wg-08 the scripts are ASCII, whatever character set a page has", () => {
  for (const name of ["v1.js", "v1-panel.js"]) assert.ok(file(name).every((byte) => byte < 128), name);
});

test("b36 xs-06 nothing is stored, and no message between windows is sent or heard", () => {
  for (const name of ["v1.js", "v1-panel.js"]) {
    const code = file(name).toString();
    assert.doesNotMatch(code, /cookie|localStorage|sessionStorage|indexedDB|caches\b/, name);
    assert.doesNotMatch(code, /postMessage|BroadcastChannel|MessageChannel|"message"\s*,\s*[a-z(]/i, name);
    assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(/, name);
  }
});
