// As much of a page as the loader and the panel touch, and what they did there.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const built = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url), "utf8");
export const LOADER = built("v1.js");
const PANEL = built("v1-panel.js");

class Element {
  constructor(name) {
    Object.assign(this, { name, attributes: {}, children: [], listeners: {}, hidden: false, parent: null, className: "" });
    Object.assign(this, { value: "", checked: false, sheets: [], style: {}, offsetHeight: 400 });
  }
  get textContent() { return this.children.map((child) => child.textContent ?? child).join(""); }
  set textContent(text) { this.children = text === "" ? [] : [String(text)]; }
  get isConnected() { return this.name === "html" || Boolean(this.parent?.isConnected); }
  get src() { return this.attributes.src ?? ""; }
  setAttribute(key, value) { this.attributes[key] = String(value); }
  getAttribute(key) { return this.attributes[key] ?? null; }
  removeAttribute(key) { delete this.attributes[key]; }
  append(...children) {
    for (const child of children) {
      if (typeof child === "object") child.parent = this;
      this.children.push(child);
    }
  }
  remove() { this.parent.children.splice(this.parent.children.indexOf(this), 1); this.parent = null; }
  replaceWith(other) {
    const siblings = this.parent.children;
    siblings[siblings.indexOf(this)] = other;
    other.parent = this.parent;
    this.parent = null;
  }
  addEventListener(kind, listener) { this.listeners[kind] = listener; }
  attachShadow() { return (this.shadowRoot = new Element("#shadow-root")); }
  get adoptedStyleSheets() { return this.sheets; }
  set adoptedStyleSheets(sheets) { this.sheets = sheets; }
  focus() { Element.focused = this; }
  is(what) {
    if (what.startsWith("#")) return this.attributes.id === what.slice(1) || this.name === what;
    if (what.startsWith(".")) return (this.attributes.class ?? this.className) === what.slice(1);
    return this.name === what;
  }
  all(what) {
    const below = [...this.children, ...(this.shadowRoot ? [this.shadowRoot] : [])].filter((one) => one instanceof Element);
    return [...(this.is(what) ? [this] : []), ...below.flatMap((child) => child.all(what))];
  }
  find(what) { return this.all(what)[0] ?? null; }
}

export const SRC = "https://gangway.example/widget/v1.js";
export const OPEN = {
  company_name: "Acme",
  sms_number: "+15005550006",
  applications: [
    { kind: "call_us_now", phone_number: "+15005550009", changes_at: null },
    { kind: "text_us", phone_number: "+15005550006", changes_at: null },
  ],
  changes_at: null,
  soon: false,
  style: { color: "#ffee88", text_color: "#111827", position: "bottom_left", button_label: "Text us", greeting: "Hello." },
  consent: { wording: "I agree. See https://acme.example/terms.", version: "3", privacy_url: "https://acme.example/privacy", terms_url: null },
};

/** A page on which `answers` says what the server answers: a body, or a function of the request. */
export function page(answers, { loader = LOADER, panel = PANEL, breaks = "", slow = null } = {}) {
  const root = new Element("html");
  const calls = [];
  const imports = [];
  const timers = [];
  const observers = [];
  const errors = [];
  let now = Date.parse("2026-11-26T12:00:00Z");
  const document = {
    documentElement: root,
    readyState: "complete",
    currentScript: null,
    createElement: (name) => new Element(name),
    createElementNS: (_, name) => new Element(name),
    querySelector: (name) => root.find(name),
    addEventListener() {},
  };
  class Clock extends Date {
    static now() { return now; }
  }
  const context = vm.createContext({
    document,
    URL,
    Date: Clock,
    crypto,
    location: { origin: "https://www.acme.example", pathname: "/contact", href: "https://www.acme.example/contact?q=secret#x" },
    CSSStyleSheet: class { replaceSync(css) { this.css = css; } },
    MutationObserver: class {
      constructor(heard) { observers.push(heard); }
      observe() {}
    },
    setTimeout: (work, ms) => { timers.push({ work, ms }); },
    fetch: async (url, options) => {
      const call = { url, options, at: now };
      calls.push(call);
      const answer = typeof answers === "function" ? answers(call) : answers;
      return answer?.status ? answer : { status: 200, json: async () => answer };
    },
  });
  const names = new Set(Object.getOwnPropertyNames(context));
  const importModuleDynamically = async (url) => {
    imports.push(url);
    await slow;
    if (!panel) throw new TypeError("Failed to fetch dynamically imported module");
    const made = new vm.SourceTextModule(panel, { context, identifier: url });
    await made.link(() => {});
    await made.evaluate();
    return made;
  };
  const settle = () => new Promise((done) => setTimeout(done, 5));
  const rejected = (error) => errors.push(error);
  process.on("unhandledRejection", rejected);
  if (breaks) vm.runInContext(breaks, context);
  const run = async (attributes = { src: SRC, "data-application-key": "app_1" }) => {
    document.currentScript = new Element("script");
    Object.assign(document.currentScript.attributes, attributes);
    new vm.Script(loader, { importModuleDynamically }).runInContext(context);
    await settle();
  };
  const press = async (element) => {
    element.listeners.click();
    await settle();
  };
  /** Lets time pass: what waits for it is done. */
  const pass = async (ms) => {
    now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.ms <= ms) timer.work();
      else timers.push({ ...timer, ms: timer.ms - ms });
    }
    await settle();
  };
  return {
    run, press, pass, settle, calls, imports, timers, errors, root, context,
    open: async () => press(root.find("#launch")),
    swap: async () => { observers.forEach((heard) => heard()); await settle(); },
    focused: () => Element.focused,
    newNames: () => Object.getOwnPropertyNames(context).filter((name) => !names.has(name)),
  };
}
