// Keeps the phone's screen up to date and sends without leaving the page. Without it the forms work
// by themselves.
const EVERY_MS = 1000;
const screen = document.querySelector("#screen");
const away = document.querySelector("#away");
const composer = document.querySelector("#composer");
const field = document.querySelector("#body");

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
let shown = "";

function inLocalTime(part) {
  for (const time of part.querySelectorAll("time")) time.textContent = clock.format(new Date(time.dateTime));
}

/** Changes only what is new, so that a screen reader says only that. */
function show(html) {
  if (html === shown) return;
  shown = html;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  inLocalTime(fresh.content);
  const list = screen.querySelector("ol");
  const wanted = [...fresh.content.querySelectorAll("ol > li")];
  const ids = new Set(wanted.map(({ id }) => id));
  for (const item of [...list.children]) if (!ids.has(item.id)) item.remove();
  wanted.forEach((item, at) => {
    const old = list.children[at];
    if (old?.id !== item.id) list.insertBefore(item, old ?? null);
    else if (old.outerHTML !== item.outerHTML) old.replaceWith(item);
  });
  screen.scrollTop = screen.scrollHeight;
}

async function refresh() {
  try {
    const answer = await fetch(screen.dataset.source, { cache: "no-store" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    show(await answer.text());
    away.hidden = true;
  } catch {
    away.hidden = false;
  }
}

async function keepUp() {
  if (!document.hidden) await refresh();
  setTimeout(keepUp, EVERY_MS);
}

async function send(form, body) {
  const buttons = form.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    await fetch(location.pathname, { method: "POST", body: new URLSearchParams({ body }) });
    if (form === composer) field.value = "";
  } catch {
    away.hidden = false;
  }
  for (const button of buttons) button.disabled = false;
  await refresh();
}

for (const form of document.querySelectorAll(".phone form")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const pressed = event.submitter;
    await send(form, form === composer ? field.value : pressed.value);
    (form === composer ? field : pressed).focus();
  });
}

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

const condition = document.querySelector("#condition");
condition.addEventListener("change", () => condition.form.requestSubmit());

inLocalTime(screen);
screen.scrollTop = screen.scrollHeight;
keepUp();
