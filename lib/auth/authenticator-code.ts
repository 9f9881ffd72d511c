import "server-only";
import { createHmac } from "node:crypto";
import { isSameSecret } from "./is-same-secret";

const STEP_MS = 30_000;

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
