// As much of a page as the loader touches, and what it did there.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const code = readFileSync(new URL("../dist/v1.js", import.meta.url), "utf8");

class Element {
  constructor(name) {
    Object.assign(this, { name, attributes: {}, children: [], listeners: {}, hidden: false, textContent: "" });
  }
  setAttribute(key, value) { this.attributes[key] = value; }
  getAttribute(key) { return this.attributes[key] ?? null; }
  append(...children) { this.children.push(...children); }
  addEventListener(kind, listener) { this.listeners[kind] = listener; }
  attachShadow() { return (this.shadowRoot = new Element("#shadow-root")); }
  focus() { Element.focused = this; }
  get src() { return this.attributes.src ?? ""; }
  find(name) {
    if (this.name === name) return this;
    for (const child of [...this.children, ...(this.shadowRoot ? [this.shadowRoot] : [])]) {
      const found = child.find(name);
      if (found) return found;
    }
    return null;
  }
}

export const SRC = "https://gangway.example/widget/v1.js";

/** A page on which `answer` is what the server says; a function throws or answers late. */
export function page(answer) {
  const root = new Element("html");
  const calls = [];
  const document = {
    documentElement: root,
    readyState: "complete",
    currentScript: null,
    createElement: (name) => new Element(name),
    createElementNS: (_, name) => new Element(name),
    querySelector: (name) => root.find(name),
    addEventListener() {},
  };
  const context = vm.createContext({
    document,
    URL,
    CSSStyleSheet: class { replaceSync() {} },
    fetch: async (url, options) => {
      calls.push({ url, options });
      return typeof answer === "function" ? answer() : { status: 200, json: async () => answer };
    },
  });
  const names = new Set(Object.getOwnPropertyNames(context));
  const run = async (attributes = { src: SRC, "data-application-key": "app_1" }) => {
    document.currentScript = new Element("script");
    Object.assign(document.currentScript.attributes, attributes);
    vm.runInContext(code, context);
    await new Promise((done) => setTimeout(done, 5));
  };
  return {
    run, calls, root,
    focused: () => Element.focused,
    newNames: () => Object.getOwnPropertyNames(context).filter((name) => !names.has(name)),
  };
}
