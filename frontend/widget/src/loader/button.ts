import { application, e164, element, quietly, readable, style, text, type Panel } from "../shared";
import css from "./button.css";
import type { Source } from "./source";
import type { Widget } from "./widget";

const HOST = "gangway-widget";
const SPEECH_BUBBLE =
  "M12 3C6.5 3 2 6.8 2 11.5c0 2.1.9 4 2.4 5.5L3 21.5l5.2-1.8c1.2.4 2.5.6 3.8.6 5.5 0 10-3.8 10-8.6S17.5 3 12 3z";

/** How often the button comes back to a page that throws it out. */
const RETURNS = 20;

export function isDrawn(): boolean {
  return document.querySelector(HOST) !== null;
}

/** What is on the page; told when the settings are others. */
export interface Button {
  show(widget: Widget | null): void;
}

/** Draws the button, out of reach of the page's own styles; the panel comes when it is pressed. */
export function draw(from: Source, first: Widget): Button {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: "open" });
  style(root, css);
  style(root, `:host{--color:${first.color} !important;--on:${first.textColor} !important}`);
  if (first.left) host.className = "left";

  const panel = element("div", {
    id: "panel",
    role: "dialog",
    "aria-label": first.companyName,
    tabindex: "-1",
  });
  panel.hidden = true;
  const button = element("button", {
    id: "launch",
    type: "button",
    "aria-label": name(first),
    "aria-haspopup": "dialog",
    "aria-controls": "panel",
    "aria-expanded": "false",
  });
  button.append(bubble());
  if (first.label) button.append(element("span", {}, first.label));

  let widget = first;
  let isOpen = false;
  let filled: Panel | null = null;
  let tries = 0;
  // What came while the visitor had it open: nothing changes under their hands.
  let waiting: (() => void) | null = null;

  const close = (): void => {
    isOpen = false;
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
    waiting?.();
    waiting = null;
  };

  // The panel appears with all that is in it: what grows while one looks would shift.
  const open = async (): Promise<void> => {
    isOpen = true;
    if (!filled) await load();
    if (!isOpen) return;
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    if (filled) filled.opened();
    else panel.focus();
  };

  const load = async (): Promise<void> => {
    button.setAttribute("aria-busy", "true");
    const again = tries++ ? `?${tries}` : "";
    try {
      const { fill } = await import(`${from.origin}/widget/v1-panel.js${again}`);
      panel.textContent = panel.className = "";
      filled = fill({ ...from, root, panel, settings: widget.settings, close }) as Panel;
    } catch {
      panel.textContent = "";
      bare(panel, widget);
    }
    button.removeAttribute("aria-busy");
  };

  button.addEventListener("click", quietly(() => (isOpen ? close() : open())));
  root.addEventListener(
    "keydown",
    quietly((event: Event) => {
      if ((event as KeyboardEvent).key !== "Escape" || !isOpen) return;
      event.stopPropagation();
      close();
    }),
  );
  root.append(panel, button);
  stay(host);
  return {
    show(next) {
      if (isOpen) waiting = () => this.show(next);
      else {
        host.hidden = !next?.open;
        widget = next ?? widget;
        filled = null;
      }
    },
  };
}

/** A label that can be read is also how the button is called (WCAG 2.5.3). */
function name({ companyName, label }: Widget): string {
  return label ? `${label}, ${companyName}` : `Contact ${companyName}`;
}

/** On the root element, where a page that swaps its body leaves it; and back after other swaps. */
function stay(host: HTMLElement): void {
  let returns = 0;
  const place = (): void => {
    if (host.isConnected || returns++ > RETURNS || isDrawn()) return;
    document.documentElement.append(host);
    watch.observe(document.documentElement, { childList: true });
  };
  const watch = new MutationObserver(quietly(place));
  watch.observe(document, { childList: true });
  place();
}

/** The panel could not be loaded: the ways to reach the company stand alone. */
function bare(panel: HTMLElement, { settings, companyName }: Widget): void {
  panel.className = "bare";
  panel.append(element("p", {}, companyName));
  const call = application(settings, "call_us_now");
  if (call?.number) panel.append(way(`tel:${call.number}`, `Call ${readable(call.number)}`));
  const number = e164(text(settings, "sms_number"));
  if (number) panel.append(way(`sms:${number}`, `Text ${readable(number)}`));
  panel.append(element("p", { role: "alert" }, "This could not be loaded. Close it and try again."));
}

function way(href: string, words: string): HTMLElement {
  const line = element("p");
  line.append(element("a", { href }, words));
  return line;
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
