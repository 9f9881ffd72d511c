import "server-only";
import { createHmac } from "node:crypto";
import { authSecret, authSecretSource } from "@/lib/auth/auth-secret";
import { fingerprintKey, fingerprintKeySource } from "@/lib/platform/fingerprint-key";
import { registerOnlyKey } from "@/lib/platform/known-key-repository";
import { log } from "@/lib/platform/log";

/** Names a key and tells nothing of it. */
const idOf = (key: string | Uint8Array) => createHmac("sha256", key).update("the id of this key").digest("base64url");

const keys = [
  {
    purpose: "fingerprints",
    read: fingerprintKey,
    source: fingerprintKeySource,
    warning: "the fingerprint key is not the one from before: equal values are found again after their next check",
  },
  {
    purpose: "sessions",
    read: authSecret,
    source: authSecretSource,
    warning: "the auth secret is not the one from before: everyone signs in again, and webhooks are signed anew",
  },
];

/**
 * Warns where a key that opens nothing is another one than before: an installation that was restored without its file
 * makes a new one, which nobody would notice. It works on: such a key may also be changed on purpose.
 */
export async function warnOfOtherKeys(): Promise<void> {
  for (const { purpose, read, source, warning } of keys) {
    const keyId = idOf(read());
    const before = await registerOnlyKey(purpose, keyId, source());
    if (before !== undefined) log.warn({ purpose, keyId, before, source: source() }, warning);
  }
}
