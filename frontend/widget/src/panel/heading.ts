import { element, field, quietly, text, type Stage } from "../shared";

/** The company's name, its greeting, and the way out. */
export function heading({ settings, close }: Stage): HTMLElement {
  const top = element("div", { class: "top" });
  top.append(element("h2", {}, text(settings, "company_name")));
  const greeting = text(field(settings, "style"), "greeting");
  if (greeting) top.append(element("p", {}, greeting));
  const out = element("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
  out.addEventListener("click", quietly(close));
  top.append(out);
  return top;
}
