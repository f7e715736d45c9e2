/** Whose application this is, and where its server. */
export interface Source {
  origin: string;
  key: string;
}

// Tag managers drop `data-` attributes, so the key may also stand in the address: `v1.js?key=...`.
export function source(): Source | null {
  const tag = (document.currentScript ??
    document.querySelector("script[data-application-key]")) as HTMLScriptElement | null;
  if (!tag?.src) return null;
  const address = new URL(tag.src);
  const key = tag.getAttribute("data-application-key") ?? address.searchParams.get("key");
  return key ? { origin: address.origin, key } : null;
}
