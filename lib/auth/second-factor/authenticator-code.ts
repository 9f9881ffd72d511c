import "server-only";
import { createHmac } from "node:crypto";
import { isSameSecret } from "@/lib/auth/is-same-secret";

const STEP_MS = 30_000;

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding: how an app takes a secret, typed or scanned. */
export function secretText(secret: string): string {
  const bits = [...Buffer.from(secret)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** What the picture says to an app. */
export const authenticatorUri = (secret: string, account: string): string =>
  `otpauth://totp/Latchkey:${encodeURIComponent(account)}?secret=${secretText(secret)}&issuer=Latchkey&digits=6&period=30`;

/** RFC 4226: the six figures of one time step. */
function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/**
 * The time step of a code, or undefined where it is of none that counts now: this one, and one before and after it for
 * clocks that differ. The auth library says whether a code is right, and not which one it was.
 */
export function stepOf(code: string, secret: string): number | undefined {
  const now = Math.floor(Date.now() / STEP_MS);
  return [now - 1, now, now + 1].filter((step) => isSameSecret(code, codeOf(secret, step))).at(-1);
}
