import { type BrowserContext, expect } from "@playwright/test";

declare global {
  interface Window {
    /** When the page's heading stood there and the main thread was free again, in ms since navigation began. */
    interactiveAt?: number;
  }
}

/** Notes in the page when its heading has been drawn and the main thread takes the next event. */
function watch(): void {
  const seen = () => {
    const heading = document.querySelector("main h1");
    if (heading === null || window.interactiveAt !== undefined) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.interactiveAt = performance.now())));
  };
  const observer = new MutationObserver(seen);
  observer.observe(document, { childList: true, subtree: true });
}

/** The median over some loads into an empty cache, with the processor slowed down. */
export async function timeToInteractive(
  context: BrowserContext,
  path: string,
  heading: string | RegExp,
  slowDown: number,
  runs: number,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const tab = await context.newPage();
    await tab.addInitScript(watch);
    const session = await context.newCDPSession(tab);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    await tab.goto(path);
    await expect(tab.locator("main h1")).toHaveText(heading);
    await tab.waitForFunction(() => window.interactiveAt !== undefined);
    times.push(await tab.evaluate(() => window.interactiveAt ?? Number.NaN));
    await tab.close();
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
}
