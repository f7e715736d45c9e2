// Draws the contract and sends requests to the server it comes from. Nothing typed here is kept.

/** An element with its text or children. */
function make(tag, content = [], attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...[content].flat());
  return element;
}

/** Words with `code` in them. */
const prose = (text) => text.split("`").map((part, index) => (index % 2 === 1 ? make("code", part) : part));

const contract = await (await fetch("/openapi.json")).json();
const follow = (ref) => ref.slice(2).split("/").reduce((at, name) => at[name], contract);
const resolve = (thing) => (thing?.$ref ? { ...follow(thing.$ref), ...thing, $ref: undefined } : thing);

/** What a value of a schema looks like. */
function sample(schema, depth = 0) {
  const s = resolve(schema) ?? {};
  if (s.examples) return s.examples[0];
  if (s.default !== undefined) return s.default;
  if (s.enum) return s.enum[0];
  if (s.oneOf) return sample(s.oneOf[0], depth + 1);
  if (depth > 6) return null;
  const type = [s.type].flat().find((one) => one !== "null");
  if (type === "object") {
    return Object.fromEntries(Object.entries(s.properties ?? {}).map(([name, of]) => [name, sample(of, depth + 1)]));
  }
  if (type === "array") return [sample(s.items, depth + 1)];
  if (type === "integer" || type === "number") return s.minimum ?? 0;
  if (type === "boolean") return false;
  if (s.format === "uuid") return "00000000-0000-0000-0000-000000000000";
  if (s.format === "date-time") return "2030-01-01T00:00:00Z";
  return type === "string" ? "" : null;
}

const pretty = (value) => JSON.stringify(value, null, 2);
const nameOf = (schema) => schema?.$ref?.split("/").pop() ?? "";

function parameterField(parameter) {
  const input = make("input", [], { autocomplete: "off", "data-name": parameter.name, "data-in": parameter.in });
  if (parameter.required) input.required = true;
  const needed = parameter.required ? "" : " (optional)";
  return make("label", [`${parameter.name}${needed} `, make("small", prose(parameter.description ?? "")), input]);
}

function answers(operation) {
  const rows = Object.entries(operation.responses).map(([status, one]) => {
    const response = resolve(one);
    const [media, content] = Object.entries(response.content ?? {})[0] ?? [];
    const shape = media ? `${media} ${nameOf(content.schema)}` : "";
    return make("tr", [make("td", make("code", status)), make("td", prose(response.description)), make("td", shape)]);
  });
  const head = make("tr", ["Status", "Meaning", "Body"].map((word) => make("th", word, { scope: "col" })));
  return make("table", [make("thead", head), make("tbody", rows)]);
}

function addressOf(path, form) {
  const query = new URLSearchParams();
  let address = path;
  for (const input of form.querySelectorAll("input[data-in]")) {
    const { name, in: place } = input.dataset;
    if (place === "path") address = address.replace(`{${name}}`, encodeURIComponent(input.value));
    if (place === "query" && input.value !== "") query.set(name, input.value);
  }
  return query.size > 0 ? `${address}?${query}` : address;
}

function headersOf(form, operation) {
  const headers = new Headers();
  for (const input of form.querySelectorAll('input[data-in="header"]')) {
    if (input.value !== "") headers.set(input.dataset.name, input.value);
  }
  if (operation.requestBody) headers.set("Content-Type", "application/json");
  const token = document.querySelector("#token").value.trim();
  if (token !== "" && operation.security.length > 0) headers.set("Authorization", `Bearer ${token}`);
  return headers;
}

async function send(form, method, path, operation, output) {
  const body = form.querySelector("textarea")?.value;
  try {
    const answer = await fetch(addressOf(path, form), { method: method.toUpperCase(), headers: headersOf(form, operation), body });
    const text = await answer.text();
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    const shown = isJson && text !== "" ? JSON.parse(text) : text;
    if (shown?.access_token) document.querySelector("#token").value = shown.access_token;
    const tags = ["etag", "location", "x-request-id"].map((name) => [name, answer.headers.get(name)]);
    const lines = tags.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`);
    output.textContent = [`${answer.status} ${answer.statusText}`, ...lines, "", isJson ? pretty(shown) : shown].join("\n");
  } catch (error) {
    output.textContent = `No answer: ${error.message}`;
  }
}

function tryIt(method, path, operation) {
  const form = make("form", (operation.parameters ?? []).map(parameterField));
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema) {
    const area = make("textarea", pretty(sample(schema)), { spellcheck: "false" });
    form.append(make("label", [`Body: ${nameOf(schema)}`, area]));
  }
  const button = make("button", "Send", { type: "submit" });
  const output = make("pre", "", { role: "status", "aria-label": "Answer", tabindex: "0" });
  form.append(make("p", button), output);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    await send(form, method, path, operation, output);
    button.disabled = false;
  });
  return form;
}

function card(method, path, operation) {
  const who = operation["x-roles"]
    ? `For ${operation["x-roles"].join(", ")}; permission ${operation["x-scope"]}. ${operation.security.length > 1 ? "API keys with this scope may too." : "Not for API keys."}`
    : "Needs no sign-in.";
  const title = [make("b", method.toUpperCase()), make("code", path), " ", make("span", operation.summary)];
  const details = make("details", make("summary", title), { id: operation.operationId });
  details.dataset.words = `${operation.operationId} ${method} ${path} ${operation.summary}`.toLowerCase();
  // Drawn when it is opened: the page stays quick.
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    const words = (operation.description ?? "").split("\n\n").map((text) => make("p", prose(text)));
    details.append(...words, make("p", [make("code", operation.operationId), `. ${who}`]));
    details.append(answers(operation), tryIt(method, path, operation));
  });
  return details;
}

const all = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
);
document.querySelector("#about").append(...prose(contract.info.description));
const sections = contract.tags.map((tag) => {
  const cards = all.filter(({ operation }) => operation.tags.includes(tag.name));
  const drawn = cards.map(({ method, path, operation }) => card(method, path, operation));
  return make("section", [make("h2", tag.name), make("p", tag.description ?? ""), ...drawn]);
});
document.querySelector("#operations").replaceChildren(...sections);
document.querySelector("#settings").addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#find").addEventListener("input", (event) => {
  const words = event.target.value.trim().toLowerCase();
  for (const one of document.querySelectorAll("details")) one.hidden = !one.dataset.words.includes(words);
  for (const section of sections) section.hidden = !section.querySelector("details:not([hidden])");
});
const wanted = location.hash.slice(1);
if (wanted) document.getElementById(wanted)?.setAttribute("open", "");
