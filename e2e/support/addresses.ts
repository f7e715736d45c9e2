/** Where the server under test is. */
export function serverUrl(): string {
  return set("GANGWAY_URL");
}

/** Where its sandbox is. */
export function sandboxUrl(): string {
  return set("GANGWAY_SANDBOX_URL");
}

function set(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; support/setup.ts does that`);
  return value;
}

/** Headers of a caller from an address nobody came from yet, as a proxy would tell it. */
export function fromNewAddress(): Record<string, string> {
  const number = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `10.${number()}.${number()}.${number()}` };
}
