import { createHmac } from "node:crypto";

/** The code an authenticator app shows for a secret in base32 (RFC 6238), `ahead` seconds from now. */
export function appCode(secret: string, ahead = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor((Date.now() / 1000 + ahead) / 30)));
  const tag = createHmac("sha1", Buffer.from(bytes)).update(step).digest();
  const offset = tag.readUInt8(19) & 15;
  return ((tag.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, "0");
}
