import { expect } from "@playwright/test";
import { sandboxUrl } from "./addresses.ts";

/** A mail as the sandbox received it. */
export type Mail = {
  id: number;
  at: string;
  from: string;
  recipients: string[];
  subject: string;
  header_from: string[];
  reply_to: string[];
  text: string | null;
  html: string | null;
  /** Web links of both parts, each once. */
  links: string[];
};

/** What was sent to this address, newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/mails?to=${encodeURIComponent(address)}`);
  expect(answer.status, "the mailbox answers").toBe(200);
  return (await answer.json()) as Mail[];
}

/** Waits for the newest mail to this address whose subject fits, leaving out those known already. */
export async function mailTo(address: string, subject = /./, known: number[] = []): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).find((mail) => subject.test(mail.subject) && !known.includes(mail.id));
        return found !== undefined;
      },
      { message: `a mail to ${address} with a subject like ${subject}`, timeout: 15_000 },
    )
    .toBe(true);
  if (found === undefined) throw new Error("unreachable");
  return found;
}

/** The link of a mail whose path starts like this, such as `/invite`. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.links.find((link) => new URL(link).pathname.startsWith(path));
  if (link === undefined) throw new Error(`no link to ${path} in "${mail.subject}", only ${mail.links.join(", ")}`);
  return link;
}

/** The token a link carries behind its #. */
export function tokenIn(link: string): string {
  return new URL(link).hash.slice(1);
}

/** The mail server refuses this recipient from now on. */
export async function refuseRecipient(address: string, code = 550, text = "5.1.1 No such user"): Promise<void> {
  const answer = await fetch(`${sandboxUrl()}/_sandbox/refusals`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address, code, text }),
  });
  expect(answer.ok, "the sandbox refuses the recipient").toBe(true);
}
