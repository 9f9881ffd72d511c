import "server-only";
import { createHmac } from "node:crypto";
import type { CredentialValues } from "@/lib/connectors/connector";
import { fingerprintKey } from "@/lib/platform/fingerprint-key";

/**
 * What tells one credential of a host from another, typed or stored. The same in every workspace, unlike the
 * fingerprint of a stored one: a pair that is kept in three is still one pair that fails.
 */
export function circuitKey(host: string, values: CredentialValues): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", fingerprintKey())
    .update(JSON.stringify(["circuit", host, sorted]))
    .digest("base64url");
}
