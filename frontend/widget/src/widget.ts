/** What a visitor may know about the company. */
export interface Widget {
  companyName: string;
  /** E.164, or null while the company cannot be texted. */
  smsNumber: string | null;
}

/** Reads the company's public settings; null unless this page is one of its own. */
export async function readWidget(origin: string, key: string): Promise<Widget | null> {
  const answer = await fetch(`${origin}/public/v1/widgets/${encodeURIComponent(key)}`, {
    credentials: "omit",
    headers: { accept: "application/json" },
  });
  return answer.status === 200 ? parse(await answer.json()) : null;
}

function parse(body: unknown): Widget | null {
  const { company_name: companyName, sms_number: number } = Object(body);
  if (typeof companyName !== "string" || !companyName) return null;
  return { companyName, smsNumber: /^\+\d{5,15}$/.test(number) ? number : null };
}
