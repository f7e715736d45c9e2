// What a company places on its web site:
//   <script async src="https://host/widget/v1.js" data-application-key="..."></script>
// Draws one button, or does nothing at all: it throws nothing into the page, stores nothing, and
// leaves no name behind.
import { draw, isDrawn } from "./panel";
import { readWidget } from "./widget";

interface Source {
  origin: string;
  key: string;
}

// Tag managers drop `data-` attributes, so the key may also stand in the address: `v1.js?key=...`.
function source(): Source | null {
  const tag = (document.currentScript ??
    document.querySelector("script[data-application-key]")) as HTMLScriptElement | null;
  if (!tag?.src) return null;
  const address = new URL(tag.src);
  const key = tag.getAttribute("data-application-key") ?? address.searchParams.get("key");
  return key ? { origin: address.origin, key } : null;
}

function whenReadable(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => {
    document.addEventListener("DOMContentLoaded", () => done(), { once: true });
  });
}

async function start(): Promise<void> {
  const from = source();
  if (!from || isDrawn()) return;
  const widget = await readWidget(from.origin, from.key);
  if (!widget) return;
  await whenReadable();
  // A second copy of the code may have come first.
  if (!isDrawn()) draw(widget);
}

start().catch(() => {});
