import "server-only";
import { createHmac } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { deriveKey } from "@/lib/auth/derive-key";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { CheckPurpose, VerificationOutcome, VerificationResult, Whose } from "./verification-dto";

const LIFETIME_SECONDS = 60;

/** Who had what accepted: values that they typed, or a stored version of them, for one purpose. */
export type Accepted = { workspaceId: string; userId: string } & (
  | { connectorId: string; values: CredentialValues }
  | { credentialId: string; version: number; purpose: CheckPurpose }
);

/** As what it was accepted, how long the check took, in milliseconds, and whose it is. */
export type AcceptedAs = { outcome: VerificationOutcome; durationMs: number; whose?: Whose };

const inOrder = (values: CredentialValues) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

/** What binds a receipt to what was accepted; no value can be got back from it. */
function digest(accepted: Accepted): string {
  const { workspaceId, userId } = accepted;
  const what =
    "values" in accepted
      ? ["typed", accepted.connectorId, inOrder(accepted.values)]
      : ["stored", accepted.credentialId, accepted.version, accepted.purpose];
  return createHmac("sha256", deriveKey("receipt values"))
    .update(JSON.stringify([workspaceId, userId, ...what]))
    .digest("base64url");
}

/**
 * Adds a receipt to an answer that accepts: the same person can do what they asked for within a minute without a second
 * request to the provider. So the check can be cancelled while it runs, and what is done rests on what was accepted.
 */
export async function withReceipt(answer: VerificationResult, accepted: Accepted): Promise<VerificationResult> {
  const { status, outcome, diagnostic, whose } = answer;
  if (status !== "VERIFIED") return answer;
  const { durationMs } = diagnostic;
  const said = { outcome, durationMs, ...(whose ? { whose } : {}) } satisfies AcceptedAs;
  const receipt = await new SignJWT({ ...said, accepted: digest(accepted) })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(`${LIFETIME_SECONDS} s`)
    .sign(deriveKey("receipt"));
  return { ...answer, receipt };
}

/** What the receipt tells of; undefined where it is about something else, or too old, or made up. */
export async function readReceipt(receipt: string, accepted: Accepted): Promise<AcceptedAs | undefined> {
  try {
    const { payload } = await jwtVerify<AcceptedAs & { accepted: string }>(receipt, deriveKey("receipt"), {
      algorithms: ["HS256"],
    });
    const { outcome, durationMs, whose } = payload;
    if (payload.accepted !== digest(accepted)) return undefined;
    return { outcome, durationMs, ...(whose ? { whose } : {}) };
  } catch {
    return undefined;
  }
}
