import { resolve } from "node:path";
import { type Page, expect } from "@playwright/test";

const folder = resolve(import.meta.dirname, "../shots");

/** Pictures of the page as it is now: desktop, phone (360 px wide) and dark, in e2e/shots. On the phone nothing may stick out sideways. */
export async function shot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  const picture = (kind: string) =>
    page.screenshot({ path: `${folder}/${name}-${kind}.png`, fullPage: kind === "phone", animations: "disabled" });

  await page.setViewportSize({ width: 1440, height: 900 });
  // As high as the page, so that what is fixed to the screen is not in the middle of the picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > 900) await page.setViewportSize({ width: 1440, height });
  await picture("desktop");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await phone(page);
  await picture("phone");
  if (before !== null) await page.setViewportSize(before);
}

/** Makes the page as wide as a small phone and sees to it that it fits. */
export async function phone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const sideways = () =>
    page.evaluate(() => {
      const wide = document.documentElement.scrollWidth;
      if (wide <= window.innerWidth) return [];
      const sticksOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth;
      const outer = Array.from(document.querySelectorAll("body *")).filter(sticksOut).slice(0, 12);
      return [`${wide} pixels`, ...outer.map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)];
    });
  await expect.poll(sideways, { message: `${page.url()} is wider than the phone`, timeout: 2_000 }).toEqual([]);
}
