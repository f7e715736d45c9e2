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
