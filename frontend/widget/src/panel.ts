import css from "./panel.css";
import type { Widget } from "./widget";

const HOST = "gangway-widget";
const SPEECH_BUBBLE =
  "M12 3C6.5 3 2 6.8 2 11.5c0 2.1.9 4 2.4 5.5L3 21.5l5.2-1.8c1.2.4 2.5.6 3.8.6 5.5 0 10-3.8 10-8.6S17.5 3 12 3z";

export function isDrawn(): boolean {
  return document.querySelector(HOST) !== null;
}

/** Draws the button and its panel, out of reach of the page's own styles. */
export function draw({ companyName, smsNumber }: Widget): void {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: "open" });
  style(root);

  const heading = element("h2", { id: "name", tabindex: "-1" }, companyName);
  const panel = element("div", { id: "panel", role: "dialog", "aria-labelledby": "name" });
  panel.append(heading, smsNumber ? textLink(smsNumber) : soon(companyName));
  panel.hidden = true;

  const button = element("button", {
    type: "button",
    "aria-label": `Contact ${companyName}`,
    "aria-haspopup": "dialog",
    "aria-controls": "panel",
    "aria-expanded": "false",
  });
  button.append(bubble());

  let isOpen = false;
  const show = (open: boolean): void => {
    isOpen = open;
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) heading.focus();
  };
  button.addEventListener("click", () => show(!isOpen));
  root.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    show(false);
    button.focus();
  });

  root.append(panel, button);
  // On the root element: a page that swaps its body keeps the button.
  document.documentElement.append(host);
}

// A constructed sheet passes a content policy that forbids inline styles.
function style(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

function textLink(number: string): HTMLElement {
  return element("a", { href: `sms:${number}` }, "Text us");
}

function soon(companyName: string): HTMLElement {
  return element("p", {}, `You will be able to reach ${companyName} here soon.`);
}

function element(name: string, attributes: Record<string, string>, text = ""): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function bubble(): SVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(namespace, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", SPEECH_BUBBLE);
  picture.append(path);
  return picture;
}
