// Starts the browser application. Trunk and split.mjs put the names of its files into the page.
const address = (kind) => document.querySelector(`link[rel="${kind}"]`).href;
const cookie = (name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];

/** The part that the person needs after signing in, as far as one can tell by now. */
function partToCome() {
  if (/^\/setup(\/|$)/.test(location.pathname)) return "set_up";
  if (/^\/company(\/|$)/.test(location.pathname)) return "client";
  if (/^\/(invite|join|handover)$/.test(location.pathname) || !cookie("gangway-signed-in")) return undefined;
  if (location.pathname === "/account") return "account";
  const last = cookie("gangway-part");
  if (last === "start" || last === "staff") return location.pathname === "/" ? "start" : "staff";
  return last === "set_up" ? "client" : last;
}

/** Begins to fetch a part, so that it need not wait for the application to start. */
function fetchSoon(part) {
  const hints = [...document.querySelectorAll('meta[name="part"]')];
  const files = hints.find((hint) => hint.dataset.part === part)?.content ?? "";
  for (const href of files.split(" ").filter(Boolean)) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
    document.head.append(link);
  }
}

try {
  const main = { script: address("modulepreload"), wasm: address("preload") };
  fetchSoon(partToCome());
  const { default: start } = await import(main.script);
  await start({ module_or_path: main.wasm });
  document.getElementById("start")?.remove();
} catch (error) {
  console.error(error);
  const words = document.getElementById("start-words");
  if (words) {
    words.textContent = "Gangway could not be loaded. Please reload the page.";
  }
}
