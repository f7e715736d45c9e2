import { application, field, options, text } from "../shared";
import type { Source } from "./source";

/** What the button needs to know of the company. */
export interface Widget {
  companyName: string;
  /** Whether there is anything to open. */
  open: boolean;
  color: string;
  textColor: string;
  left: boolean;
  label: string;
  /** When what is open changes next, in milliseconds since 1970. */
  changesAt: number | null;
  /** All of it, for the panel. */
  settings: unknown;
}

/** Reads the company's public settings; null unless this page is one of its own. */
export async function readWidget({ origin, key }: Source): Promise<Widget | null> {
  const answer = await fetch(
    `${origin}/public/v1/widgets/${encodeURIComponent(key)}`,
    options({ credentials: "omit", headers: options({ accept: "application/json" } as RequestInit) as HeadersInit }),
  );
  return answer.status === 200 ? parse(await answer.json()) : null;
}

function parse(settings: unknown): Widget | null {
  const companyName = text(settings, "company_name");
  if (!companyName) return null;
  const style = field(settings, "style");
  return {
    companyName,
    open:
      application(settings, "text_us") !== null ||
      application(settings, "call_us_now") !== null ||
      field(settings, "soon") === true,
    color: color(text(style, "color"), "#1f2937"),
    textColor: color(text(style, "text_color"), "#ffffff"),
    left: text(style, "position") === "bottom_left",
    label: text(style, "button_label"),
    changesAt: soonest(settings),
    settings,
  };
}

function color(given: string, otherwise: string): string {
  return /^#[0-9a-f]{6}$/i.test(given) ? given : otherwise;
}

function soonest(settings: unknown): number | null {
  const at = Date.parse(text(settings, "changes_at"));
  return at > 0 ? at : null;
}
