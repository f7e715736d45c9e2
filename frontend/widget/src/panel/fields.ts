import { element, give, text, type Attributes } from "../shared";

/** One field with its label and what is wrong with it. */
export class Field {
  readonly frame: HTMLElement;
  private readonly input: HTMLInputElement | HTMLTextAreaElement;
  private readonly label: HTMLElement;
  private readonly error: HTMLElement;

  constructor(name: string, label: string | HTMLElement, attributes: Attributes, type = "") {
    const input = attributes["rows"] ? element("textarea", attributes) : element("input", attributes);
    this.input = input;
    give(input, { id: name, name, "aria-required": "true", "aria-describedby": `${name}-error` });
    this.label = element("label", { for: name });
    this.label.append(label);
    this.error = element("p", { id: `${name}-error`, class: "error" });
    this.error.hidden = true;
    this.frame = element("div", { class: type || "field" });
    if (type) this.frame.append(input, this.label, this.error);
    else this.frame.append(this.label, input, this.error);
  }

  value(): string {
    return this.input.value.trim();
  }

  ticked(): boolean {
    return (this.input as HTMLInputElement).checked;
  }

  /** Shows other words beside a box, which is to be ticked anew. */
  ask(label: HTMLElement): void {
    this.label.textContent = "";
    this.label.append(label);
    (this.input as HTMLInputElement).checked = false;
  }

  /** Shows what is wrong; "" is right. */
  say(error: string): void {
    this.error.textContent = error;
    this.error.hidden = !error;
    this.input.setAttribute("aria-invalid", String(Boolean(error)));
  }

  wrong(): boolean {
    return !this.error.hidden;
  }

  focus(): void {
    this.input.focus();
  }
}

/** The agreement: never ticked beforehand. */
export function consentField(consent: unknown): Field {
  return new Field("agreed", agreement(consent), { type: "checkbox", autocomplete: "off" }, "agree");
}

/** What is agreed to, and where the company says more. */
export function agreement(consent: unknown): HTMLElement {
  const words = withLinks(text(consent, "wording"));
  more(words, "Privacy policy", text(consent, "privacy_url"));
  more(words, "Terms", text(consent, "terms_url"));
  return words;
}

function more(words: HTMLElement, name: string, address: string): void {
  if (/^https?:\/\//.test(address)) words.append(" ", link(address, name));
}

function link(href: string, words: string): HTMLElement {
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words);
}

/** A field that people neither see nor reach; programs that fill in everything give themselves away. */
export function honeypot(): Field {
  const field = new Field("website", "Leave this empty", { autocomplete: "off", tabindex: "-1" }, "trap");
  field.frame.setAttribute("aria-hidden", "true");
  return field;
}

/** The company's words, with the addresses in them to press. */
function withLinks(words: string): HTMLElement {
  const out = element("span");
  let from = 0;
  const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:)]/g;
  for (let found = address.exec(words); found; found = address.exec(words)) {
    out.append(words.slice(from, found.index));
    out.append(link(found[0], found[0]));
    from = address.lastIndex;
  }
  out.append(words.slice(from));
  return out;
}
