// What opens when the button is pressed; the loader asks for it then and not before.
import { application, element, quietly, readable, style, text, type Panel, type Stage } from "../shared";
import css from "./panel.css";
import { heading } from "./heading";
import { textForm } from "./text_form";
import { Visit } from "./visit";

/** Fills the panel. Loaders in use are up to a year old: this keeps its name and what it takes. */
export function fill(stage: Stage): Panel {
  const { settings, panel, root } = stage;
  style(root, css);
  const visit = new Visit(stage.origin, stage.key);
  const call = application(settings, "call_us_now");
  const texting = application(settings, "text_us");
  panel.append(heading(stage));
  const body = element("div", { class: "body" });
  if (call?.number) body.append(callUs(call.number));
  if (texting) body.append(textForm(stage, visit, Boolean(call?.number)));
  if (!call?.number && !texting) body.append(soon(text(settings, "company_name")));
  panel.append(body);
  return {
    opened: quietly(() => {
      panel.style.minHeight = "";
      panel.focus();
      if (texting) return visit.begin();
    }) as () => void,
  };
}

function callUs(number: string): HTMLElement {
  const link = element("a", { class: "call", href: `tel:${number}` });
  link.append(element("strong", {}, "Call us now"), element("span", {}, readable(number)));
  return link;
}

function soon(companyName: string): HTMLElement {
  return element("p", {}, `You will be able to reach ${companyName} here soon.`);
}
