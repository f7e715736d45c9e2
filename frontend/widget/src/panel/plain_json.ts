import { own } from "../shared";

/** JSON of a flat object. Pages replace `JSON`, and old libraries add a `toJSON` to every string. */
export function plainJson(fields: { readonly [name: string]: string | boolean | number }): string {
  let out = "";
  for (const name in fields) {
    if (!own(fields, name)) continue;
    const value = fields[name] as string | boolean | number;
    out += `${out ? "," : ""}${quoted(name)}:${typeof value === "string" ? quoted(value) : value}`;
  }
  return `{${out}}`;
}

function quoted(value: string): string {
  let out = '"';
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const plain = code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c;
    out += plain ? value.charAt(at) : `\\u${(code + 0x10000).toString(16).slice(1)}`;
  }
  return `${out}"`;
}
