import { element, give, type Attributes } from "../shared";

/** One field with its label and what is wrong with it. */
export class Field {
  readonly frame: HTMLElement;
  private readonly input: HTMLInputElement | HTMLTextAreaElement;
  private readonly error: HTMLElement;

  constructor(name: string, label: string | HTMLElement, attributes: Attributes, type = "") {
    const input = attributes["rows"] ? element("textarea", attributes) : element("input", attributes);
    this.input = input;
    give(input, { id: name, name, "aria-required": "true", "aria-describedby": `${name}-error` });
    const words = element("label", { for: name });
    words.append(label);
    this.error = element("p", { id: `${name}-error`, class: "error" });
    this.error.hidden = true;
    this.frame = element("div", { class: type || "field" });
    if (type) this.frame.append(input, words, this.error);
    else this.frame.append(words, input, this.error);
  }

  value(): string {
    return this.input.value.trim();
  }

  ticked(): boolean {
    return (this.input as HTMLInputElement).checked;
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
export function consentField(wording: string): Field {
  return new Field("agreed", withLinks(wording), { type: "checkbox", autocomplete: "off" }, "agree");
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
    out.append(element("a", { href: found[0], target: "_blank", rel: "noopener noreferrer" }, found[0]));
    from = address.lastIndex;
  }
  out.append(words.slice(from));
  return out;
}
