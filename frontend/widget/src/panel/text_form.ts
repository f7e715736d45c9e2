import { e164, element, field, quietly, readable, text, type Stage } from "../shared";
import { Field, agreement, consentField, honeypot } from "./fields";
import type { Answer, Visit } from "./visit";

const TROUBLE = "Your message could not be sent. Check your connection and press Send again.";

/** Name, phone, message and the agreement; what was typed stays until it is sent. */
export function textForm(stage: Stage, visit: Visit, second: boolean): HTMLElement {
  const { settings } = stage;
  let consent = field(settings, "consent");
  const form = element("form", { novalidate: "", "aria-label": "Text us" });
  if (second) form.append(element("h3", {}, "Or text us"));
  const name = new Field("name", "Your name", { autocomplete: "name", maxlength: "100" });
  const phone = new Field("phone", "Your mobile phone", { autocomplete: "tel", type: "tel", maxlength: "40" });
  const message = new Field("message", "Message", { rows: "3", maxlength: "1000" });
  const agreed = consentField(consent);
  const trap = honeypot();
  const failed = element("p", { role: "alert", class: "failed" });
  failed.hidden = true;
  const send = element("button", { type: "submit", class: "send" }, "Send");
  form.append(name.frame, phone.frame, message.frame, trap.frame, agreed.frame, failed, send);
  const own = e164(text(settings, "sms_number"));
  if (own) form.append(ownPhone(own));

  const all = { name, phone, message, agreed };
  let busy = false;
  const submit = async (): Promise<void> => {
    if (busy || !complete(all, failed)) return;
    busy = true;
    send.textContent = "Sending…";
    send.setAttribute("aria-disabled", "true");
    try {
      const answer = await visit.send({
        name: name.value(),
        phone: phone.value(),
        message: message.value(),
        agreed: true,
        wording_version: text(consent, "version"),
        page: location.origin + location.pathname,
        website: trap.value(),
      });
      if (answer.sent) done(stage.panel, form, name.value(), own);
      else if (answer.errors[0]?.pointer === "/wording_version") {
        consent = field(await visit.settings(), "consent");
        agreed.ask(agreement(consent));
        agreed.say(answer.errors[0].message);
        agreed.focus();
      } else refused(answer, all, failed);
    } catch {
      say(failed, TROUBLE);
    }
    busy = false;
    send.textContent = "Send";
    send.removeAttribute("aria-disabled");
  };
  form.addEventListener(
    "submit",
    quietly((event: Event) => {
      event.preventDefault();
      return submit();
    }),
  );
  return form;
}

type All = { readonly [name in "name" | "phone" | "message" | "agreed"]: Field };

/** Whether everything is filled in; the first that is not takes the focus. */
function complete({ name, phone, message, agreed }: All, failed: HTMLElement): boolean {
  failed.hidden = true;
  name.say(name.value() ? "" : "Enter your name.");
  const digits = phone.value().replace(/\D/g, "").length;
  phone.say(digits >= 7 ? "" : "Enter your mobile phone number, with its area code.");
  message.say(message.value() ? "" : "Enter a message.");
  agreed.say(agreed.ticked() ? "" : "Tick the box, so that we may text you back.");
  return focusFirst({ name, phone, message, agreed });
}

function refused(answer: Exclude<Answer, { sent: true }>, all: All, failed: HTMLElement): void {
  let placed = false;
  for (let at = 0; at < answer.errors.length; at++) {
    const { pointer, message } = answer.errors[at] as { pointer: string; message: string };
    const known = field(all, pointer.slice(1)) as Field | undefined;
    if (!known) continue;
    known.say(message);
    placed = true;
  }
  if (placed) focusFirst(all);
  else say(failed, answer.detail || TROUBLE);
}

function focusFirst({ name, phone, message, agreed }: All): boolean {
  const wrong = name.wrong() ? name : phone.wrong() ? phone : message.wrong() ? message : agreed.wrong() ? agreed : null;
  wrong?.focus();
  return wrong === null;
}

function say(where: HTMLElement, words: string): void {
  where.textContent = words;
  where.hidden = false;
}

/** As high as the form was, so that nothing moves. */
function done(panel: HTMLElement, form: HTMLElement, name: string, own: string): void {
  panel.style.minHeight = `${panel.offsetHeight}px`;
  const thanks = element("div", { class: "done", role: "status", tabindex: "-1" });
  thanks.append(element("h3", {}, `Thank you, ${name}`));
  thanks.append(element("p", {}, "We have your message and will text you back."));
  if (own) thanks.append(element("p", { class: "hint" }, `If you ever sent us STOP, text START to ${readable(own)} first.`));
  form.replaceWith(thanks);
  thanks.focus();
}

function ownPhone(number: string): HTMLElement {
  const line = element("p", { class: "hint" });
  line.append("Or from your own phone: ", element("a", { href: `sms:${number}` }, `text ${readable(number)}`));
  return line;
}
