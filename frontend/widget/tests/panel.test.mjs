import assert from "node:assert/strict";
import test from "node:test";
import { OPEN, page } from "./page.mjs";

const VISIT = { status: 201, json: async () => ({ visit: "visit_1" }) };
const TAKEN = { status: 202, json: async () => ({ received: true }) };

/** A server that takes texts; `texts` says what it answers to each. */
function server(...texts) {
  return ({ url }) => {
    if (url.endsWith("/visits")) return VISIT;
    if (url.endsWith("/texts")) return texts.length ? texts.shift() : TAKEN;
    return OPEN;
  };
}

function problem(status, body) {
  return { status, json: async () => body };
}

/** An opened panel with its form filled in, but for the box. */
async function filled(answers = server(), around = {}) {
  const there = page(answers, around);
  await there.run();
  await there.open();
  const value = (id, text) => { there.root.find(`#${id}`).value = text; };
  value("name", "Ann <b>O'Neil</b>");
  value("phone", "(500) 555-0100");
  value("message", 'Are you open? "yes" \u{1F600}\n');
  const tick = () => { there.root.find("#agreed").checked = true; };
  const submit = async () => {
    there.root.find("form").listeners.submit({ preventDefault() {} });
    await there.settle();
  };
  const sent = () => there.calls.filter(({ url }) => url.endsWith("/texts"));
  return { ...there, value, tick, submit, sent };
}

test("wg-10 the box is not ticked beforehand, and without it nothing is sent", async () => {
  const { root, submit, pass, sent, focused } = await filled();
  assert.equal(root.find("#agreed").checked, false);
  assert.equal(root.find("#agreed").attributes.checked, undefined);
  await submit();
  await pass(5_000);
  assert.equal(sent().length, 0);
  assert.equal(focused(), root.find("#agreed"));
  assert.match(root.find("#agreed-error").textContent, /Tick the box/);
});

test("wg-10 a text goes with the wording that was shown and the page, never with what stands behind it", async () => {
  const { root, tick, submit, pass, sent, focused } = await filled();
  tick();
  await submit();
  assert.equal(sent().length, 0, "no faster than a person");
  await pass(3_200);
  const { url, options } = sent()[0];
  assert.equal(url, "https://gangway.example/public/v1/widgets/app_1/texts");
  assert.deepEqual(JSON.parse(options.body), {
    name: "Ann <b>O'Neil</b>",
    phone: "(500) 555-0100",
    message: 'Are you open? "yes" \u{1F600}',
    agreed: true,
    wording_version: "3",
    page: "https://www.acme.example/contact",
    website: "",
  });
  assert.equal(options.headers["gangway-visit"], "visit_1", "WG-04: in a header");
  assert.equal(options.credentials, "omit");
  assert.equal(root.find("form"), null);
  assert.match(root.find(".done").textContent, /Thank you, Ann <b>O'Neil<\/b>/);
  assert.equal(root.find("b"), null, "WG-06: text is text");
  assert.equal(focused(), root.find(".done"));
});

test("wg-04 one visit is one token, also when the panel is opened again", async () => {
  const { calls, root, press, open } = await filled();
  await press(root.find(".close"));
  await open();
  assert.equal(calls.filter(({ url }) => url.endsWith("/visits")).length, 1);
  assert.equal(root.find("#name").value, "Ann <b>O'Neil</b>", "what was typed stays");
});

test("wg-04 a visit that has ended is begun anew, and the text goes", async () => {
  const { calls, tick, submit, pass, root } = await filled(server(problem(401, {}), TAKEN));
  tick();
  await pass(3_200);
  await submit();
  await pass(1);
  await pass(3_200);
  assert.equal(calls.filter(({ url }) => url.endsWith("/visits")).length, 2);
  assert.ok(root.find(".done"));
});

test("what the server refuses stands at its field, and what was typed stays", async () => {
  const wrong = problem(422, { detail: "Some fields need another look.", errors: [{ pointer: "/phone", message: "This is no phone number." }] });
  const { tick, submit, pass, root, focused } = await filled(server(wrong));
  tick();
  await pass(3_200);
  await submit();
  await pass(1);
  assert.equal(root.find("#phone-error").textContent, "This is no phone number.");
  assert.equal(root.find("#phone").attributes["aria-invalid"], "true");
  assert.equal(focused(), root.find("#phone"));
  assert.equal(root.find("#message").value.length > 5, true);
});

test("wg-03 a limit is told in words, and no connection too; a retry is the same action", async () => {
  const lost = { get status() { throw new TypeError("lost"); } };
  const many = problem(429, { detail: "Try again in a minute." });
  const { tick, submit, pass, root, sent, value } = await filled(server(many, lost, TAKEN));
  tick();
  await pass(3_200);
  const send = async () => { await submit(); await pass(1); };
  await send();
  assert.equal(root.find(".failed").textContent, "Try again in a minute.");
  await send();
  assert.match(root.find(".failed").textContent, /Check your connection/);
  const keys = () => sent().map(({ options }) => options.headers["idempotency-key"]);
  assert.equal(keys()[0], keys()[1]);
  value("message", "Something else");
  await send();
  assert.notEqual(keys()[2], keys()[1]);
  assert.ok(root.find(".done"));
});

test("wg-10 words that were changed meanwhile are shown, and the box is to be ticked anew", async () => {
  const changed = problem(422, { errors: [{ pointer: "/wording_version", message: "Read them, and tick the box again." }] });
  let settings = OPEN;
  const texts = [changed, TAKEN];
  const answers = ({ url }) => (url.endsWith("/visits") ? VISIT : url.endsWith("/texts") ? texts.shift() : settings);
  const { tick, submit, pass, root, sent } = await filled(answers);
  tick();
  await pass(3_200);
  settings = { ...OPEN, consent: { wording: "Other words.", version: "4", privacy_url: null, terms_url: "https://acme.example/terms" } };
  await submit();
  await pass(1);
  const label = root.all("label").find((label) => label.attributes.for === "agreed");
  assert.equal(label.textContent, "Other words. Terms");
  assert.equal(root.find("#agreed").checked, false);
  assert.match(root.find("#agreed-error").textContent, /tick the box again/);
  await submit();
  await pass(1);
  assert.equal(sent().length, 1, "not before it is ticked");
  tick();
  await submit();
  await pass(1);
  assert.equal(JSON.parse(sent()[1].options.body).wording_version, "4");
  assert.ok(root.find(".done"));
});

test("a second press while it is sent sends nothing", async () => {
  const { tick, submit, pass, sent } = await filled();
  tick();
  await submit();
  await submit();
  await pass(3_200);
  await pass(3_200);
  assert.equal(sent().length, 1);
});

test("wg-03 the trap is out of reach for people", async () => {
  const { root } = await filled();
  const trap = root.find(".trap");
  assert.equal(trap.attributes["aria-hidden"], "true");
  assert.equal(trap.find("input").attributes.tabindex, "-1");
});

test("b15 b29 only what is open is offered", async () => {
  const calling = page({ ...OPEN, applications: [OPEN.applications[0]], consent: null });
  await calling.run();
  await calling.open();
  assert.equal(calling.root.find("form"), null);
  assert.equal(calling.root.find(".call").attributes.href, "tel:+15005550009");
  assert.match(calling.root.find(".call").textContent, /\+1\u00a0500\u00a0555\u00a00009/);
  assert.equal(calling.calls.length, 1, "no visit is begun without a form");
  const texting = page({ ...OPEN, applications: [OPEN.applications[1]] });
  await texting.run();
  await texting.open();
  assert.equal(texting.root.find(".call"), null);
  assert.ok(texting.root.find("form"));
});

test("before anything is set up the company can be reached soon", async () => {
  const { run, open, root } = page({ ...OPEN, sms_number: null, applications: [], soon: true, style: null, consent: null });
  await run();
  assert.equal(root.find("#launch").attributes["aria-label"], "Contact Acme");
  await open();
  assert.match(root.find("#panel").textContent, /reach Acme here soon/);
});

test("the agreement's addresses can be opened, and its text is no markup", async () => {
  const wording = "<i>Yes</i>: https://acme.example/terms, and javascript:alert(1).";
  const consent = { wording, version: "1", privacy_url: "javascript:alert(1)", terms_url: null };
  const { run, open, root } = page({ ...OPEN, consent });
  await run();
  await open();
  const label = root.all("label").find((label) => label.attributes.for === "agreed");
  assert.equal(label.textContent, consent.wording);
  assert.deepEqual(label.all("a").map((link) => link.attributes.href), ["https://acme.example/terms"]);
  assert.equal(label.find("a").attributes.rel, "noopener noreferrer");
});

const HOSTILE = {
  "Array.prototype.map and its kin": `for (const name of ["map", "forEach", "push", "slice", "join", "filter", "indexOf", Symbol.iterator])
    Array.prototype[name] = () => { throw new Error("hostile"); };`,
  "JSON": `JSON.parse = JSON.stringify = () => "hostile"; String.prototype.toJSON = () => "hostile";`,
  "Object.prototype": `Object.prototype.x = "hostile"; Object.prototype.applications = [{ kind: "text_us" }];
    Object.prototype.signal = "hostile"; Object.prototype.mode = "hostile"; Object.prototype.phone = "hostile";`,
};

for (const [what, breaks] of Object.entries(HOSTILE)) {
  test(`wg-08 on a page that replaced ${what} it works`, async () => {
    const { root, tick, submit, pass, sent, errors } = await filled(server(), { breaks });
    tick();
    await submit();
    await pass(3_200);
    const { options } = sent()[0];
    assert.equal(JSON.parse(options.body).phone, "(500) 555-0100");
    assert.deepEqual(Object.keys(JSON.parse(options.body)).length, 7);
    assert.equal(options.signal, undefined);
    assert.equal(options.mode, undefined);
    assert.ok(root.find(".done"));
    assert.deepEqual(errors, []);
  });
}

const BROKEN = {
  "fetch, to throw": `fetch = () => { throw new Error("hostile"); };`,
  "fetch, to answer nothing": `fetch = () => undefined;`,
  "fetch, never to answer": `fetch = () => new Promise(() => {});`,
  "attachShadow's elements": `document.createElement = () => { throw new Error("hostile"); };`,
};

for (const [what, breaks] of Object.entries(BROKEN)) {
  test(`wg-08 on a page that replaced ${what} it does nothing and throws nothing`, async () => {
    const { run, root, errors } = page(OPEN, { breaks });
    await run();
    assert.equal(root.children.length, 0);
    assert.deepEqual(errors, []);
  });
}
