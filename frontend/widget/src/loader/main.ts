// What a company places on its web site:
//   <script async src="https://host/widget/v1.js" data-application-key="..."></script>
// Draws one button, or does nothing at all: it throws nothing into the page, stores nothing, leaves
// no name behind, and hears and sends no messages between windows.
import { quietly } from "../shared";
import { draw, isDrawn, type Button } from "./button";
import { source, type Source } from "./source";
import { readWidget } from "./widget";

const MINUTE_MS = 60_000;
/** Timers of browsers end after 24 days; a page that is open for longer asks in between. */
const LONGEST_MS = 360 * MINUTE_MS;
const AFTER_TROUBLE_MS = 30 * MINUTE_MS;

function whenReadable(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => {
    document.addEventListener("DOMContentLoaded", () => done(), { once: true });
  });
}

async function start(): Promise<void> {
  const from = source();
  if (from && !isDrawn()) await look(from, null);
}

/** Shows what is open now, and looks again when that changes. */
async function look(from: Source, drawn: Button | null): Promise<void> {
  const widget = await readWidget(from);
  await whenReadable();
  if (drawn) drawn.show(widget);
  // A second copy of the code may have come first.
  else if (isDrawn()) return;
  else if (widget?.open) drawn = draw(from, widget);
  // Not all at once, and not before what is kept for a minute is forgotten.
  const slack = MINUTE_MS * (1 + Math.random());
  if (widget?.changesAt) lookAgain(from, drawn, Math.max(widget.changesAt - Date.now(), 0) + slack);
}

function lookAgain(from: Source, drawn: Button | null, wait: number): void {
  const again = async (): Promise<void> => {
    try {
      await look(from, drawn);
    } catch {
      lookAgain(from, drawn, AFTER_TROUBLE_MS);
    }
  };
  setTimeout(quietly(again), Math.min(wait, LONGEST_MS));
}

quietly(start)();
