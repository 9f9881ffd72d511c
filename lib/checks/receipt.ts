import "server-only";
import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { deriveKey } from "@/lib/auth/derive-key";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { VerificationOutcome } from "./verification-dto";

const LIFETIME_SECONDS = 60;

/** Who had which values of which connector accepted. */
export type Accepted = { workspaceId: string; userId: string; connectorId: string; values: CredentialValues };

/** As what they were accepted, and how long the check took, in milliseconds. */
export type AcceptedAs = { outcome: VerificationOutcome; durationMs: number };

/** What binds a receipt to its values; it cannot be turned back into them. */
function digest({ workspaceId, userId, connectorId, values }: Accepted): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", deriveKey("receipt values"))
    .update(JSON.stringify([workspaceId, userId, connectorId, sorted]))
    .digest("base64url");
}

/**
 * Says that the provider accepted these values just now, for the same person to save them within a minute without a
 * second request. So the check can be cancelled while it runs, and what is saved is still only what was accepted.
 */
export function issueReceipt(accepted: Accepted, { outcome, durationMs }: AcceptedAs): Promise<string> {
  return new SignJWT({ outcome, durationMs, values: digest(accepted) })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(deriveKey("receipt"));
}

/** What the receipt tells of; undefined where it is not about these values, or too old, or made up. */
export async function readReceipt(receipt: string, accepted: Accepted): Promise<AcceptedAs | undefined> {
  try {
    const { payload } = await jwtVerify<AcceptedAs & { values: string }>(receipt, deriveKey("receipt"), {
      algorithms: ["HS256"],
    });
    const { outcome, durationMs } = payload;
    return payload.values === digest(accepted) ? { outcome, durationMs } : undefined;
  } catch {
    return undefined;
  }
}
