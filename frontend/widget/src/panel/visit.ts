import { field, options, text } from "../shared";
import { plainJson } from "./plain_json";

/** Nobody writes a message faster; the server refuses what comes within three seconds. */
const LEAST_MS = 3_200;

export type Sent = { readonly [name: string]: string | boolean | number };

/** What the server said: all is well, which fields are wrong, or words for the whole. */
export type Answer =
  | { sent: true }
  | { sent: false; errors: { pointer: string; message: string }[]; detail: string };

/** One visitor's opening of the panel: held in memory alone, so that nothing is stored. */
export class Visit {
  private token = "";
  private begunAt = 0;
  /** The same action keeps its key until it is answered, so that a lost answer sends nothing twice. */
  private action = "";
  private body = "";

  constructor(
    private readonly origin: string,
    private readonly key: string,
  ) {}

  /** Asks for the token that a text goes with. */
  async begin(): Promise<void> {
    if (this.token) return;
    const answer = await this.post("visits", "{}", {});
    // Counted from here: on a slow network the server began to count no later.
    this.begunAt = Date.now();
    if (answer.status === 201) this.token = text(await answer.json(), "visit");
  }

  async send(fields: Sent): Promise<Answer> {
    const body = plainJson(fields);
    if (body !== this.body) {
      this.body = body;
      this.action = random();
    }
    let answer = await this.postText(body);
    if (answer.status === 401) {
      this.token = "";
      answer = await this.postText(body);
    }
    if (answer.status === 202) {
      this.body = "";
      return { sent: true };
    }
    return refusal(await answer.json());
  }

  /** The company's settings as they are now. */
  async settings(): Promise<unknown> {
    const answer = await fetch(this.address(), options({ credentials: "omit", cache: "no-cache" }));
    return answer.json();
  }

  private async postText(body: string): Promise<Response> {
    await this.begin();
    await pause(this.begunAt + LEAST_MS - Date.now());
    return this.post("texts", body, { "gangway-visit": this.token, "idempotency-key": this.action });
  }

  private address(): string {
    return `${this.origin}/public/v1/widgets/${encodeURIComponent(this.key)}`;
  }

  private post(what: string, body: string, headers: { [name: string]: string }): Promise<Response> {
    headers["content-type"] = "application/json";
    return fetch(`${this.address()}/${what}`, options({ method: "POST", credentials: "omit", headers, body }));
  }
}

function refusal(problem: unknown): Answer {
  const errors: { pointer: string; message: string }[] = [];
  const all = field(problem, "errors");
  const count = Number(field(all, "length")) || 0;
  for (let at = 0; at < count; at++) {
    const one = field(all, String(at));
    errors[at] = { pointer: text(one, "pointer"), message: text(one, "message") };
  }
  return { sent: false, errors, detail: text(problem, "detail") };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(ms, 0)));
}

function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let out = "";
  for (let at = 0; at < bytes.length; at++) out += ((bytes[at] as number) + 256).toString(16).slice(1);
  return out;
}
