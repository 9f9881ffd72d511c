import "server-only";
import { hkdfSync } from "node:crypto";
import { authSecret } from "./auth-secret";

/** A key of 32 bytes for one purpose, from the installation's secret: nothing more to store, nothing to share. */
export function deriveKey(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", authSecret(), "", `latchkey ${purpose}`, 32));
}
