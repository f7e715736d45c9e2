// What loader and panel both use. A page may have replaced `Array.prototype.map`, `JSON` or added to
// `Object.prototype`: nothing here goes through any of them.

/** What the loader hands to the panel. Loaders in use are up to a year old: only ever add to it. */
export interface Stage {
  /** Where the server is. */
  origin: string;
  /** The public key of the company's application. */
  key: string;
  /** The part of the page that the panel may fill. */
  root: ShadowRoot;
  panel: HTMLElement;
  /** The company's public settings, as the server said them. */
  settings: unknown;
  close(): void;
}

/** What the panel gives back. */
export interface Panel {
  /** The visitor opened it. */
  opened(): void;
}

export type Attributes = { readonly [name: string]: string };

/** An element with attributes and text; text never becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  give(made, attributes);
  if (text) made.textContent = text;
  return made;
}

export function give(to: Element, attributes: Attributes): void {
  for (const name in attributes) {
    if (own(attributes, name)) to.setAttribute(name, attributes[name] as string);
  }
}

const has = Object.prototype.hasOwnProperty;

/** Whether a field is a value's own, and not one that a page put on `Object.prototype`. */
export function own(of: object, key: string): boolean {
  return has.call(of, key);
}

/** A value's own field. */
export function field(of: unknown, key: string): unknown {
  return typeof of === "object" && of !== null && own(of, key) ? (of as Record<string, unknown>)[key] : undefined;
}

export function text(of: unknown, key: string): string {
  const value = field(of, key);
  return typeof value === "string" ? value : "";
}

/** The number of an application that is open now; "" of none, and of one that has no number. */
export function application(settings: unknown, kind: string): { number: string } | null {
  const all = field(settings, "applications");
  const count = Number(field(all, "length"));
  for (let at = 0; at < count; at++) {
    const one = field(all, String(at));
    if (text(one, "kind") === kind) return { number: e164(text(one, "phone_number")) };
  }
  return null;
}

/** A number that may stand in an address, or "". */
export function e164(number: string): string {
  return /^\+\d{5,15}$/.test(number) ? number : "";
}

/** For people to read, on one line: `+1 202 555 0143`; numbers of other countries as they are. */
export function readable(number: string): string {
  return number.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
}

/** What the page sees of an error in here: nothing. */
export function quietly<A = void>(work: (what: A) => unknown): (what: A) => void {
  return (what) => {
    try {
      const going = work(what) as Promise<unknown> | undefined;
      if (typeof going?.then === "function") going.then(undefined, () => {});
    } catch {
      // The page is not ours to disturb.
    }
  };
}

/** Adds style to a shadow root: a constructed sheet passes a content policy without inline styles. */
export function style(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const before = root.adoptedStyleSheets;
    const all: CSSStyleSheet[] = [];
    for (let at = 0; at < before.length; at++) all[at] = before[at] as CSSStyleSheet;
    all[before.length] = sheet;
    root.adoptedStyleSheets = all;
  } catch {
    // Browsers of before 2023.
    root.append(element("style", {}, css));
  }
}

/** Options of a request without what a page put on `Object.prototype`. */
export function options(of: RequestInit): RequestInit {
  return Object.assign(Object.create(null), of);
}
