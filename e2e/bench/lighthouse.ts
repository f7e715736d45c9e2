/** Lighthouse's marks, of 100. */
export type Marks = { performance: number; accessibility: number; "best-practices": number; seo: number };

type Category = { score: number | null; auditRefs: { id: string; weight: number }[] };
type Result = { lhr: { categories: Record<keyof Marks, Category>; audits: Record<string, { score: number | null; title: string; displayValue?: string }> } };
type Lighthouse = (url: string, flags: object, config?: object) => Promise<Result>;

// Installed for these figures only, so other checks do without its types.
const PACKAGE: string = "lighthouse";
const PRESETS: string = "lighthouse/core/config/desktop-config.js";

/** Runs Lighthouse in the browser that listens at the port, with who is signed in there. */
export async function lighthouseOf(path: string, port: number, device: "phone" | "desktop"): Promise<Marks> {
  const { default: lighthouse } = (await import(PACKAGE)) as { default: Lighthouse };
  const { default: desktop } = (await import(PRESETS)) as { default: object };
  const flags = { port, output: "json", logLevel: "error", disableStorageReset: true, onlyCategories: ["performance", "accessibility", "best-practices", "seo"] };
  const { lhr } = await lighthouse(`${process.env.GANGWAY_URL}${path}`, flags, device === "desktop" ? desktop : undefined);
  explain(path, device, lhr);
  const mark = (of: keyof Marks) => Math.round((lhr.categories[of].score ?? 0) * 100);
  return { performance: mark("performance"), accessibility: mark("accessibility"), "best-practices": mark("best-practices"), seo: mark("seo") };
}

/** Says what took marks away. */
function explain(path: string, device: string, lhr: Result["lhr"]): void {
  for (const [name, category] of Object.entries(lhr.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit?.score != null && audit.score < 0.95) {
        console.log(`${path.split("#")[0]} ${device} ${name}: ${audit.title} ${audit.displayValue ?? ""} (${Math.round(audit.score * 100)})`);
      }
    }
  }
}
