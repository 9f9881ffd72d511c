import { EXIT, Failure } from "../failure";
import type { Host } from "../host";
import { printable, write } from "../host";
import { showParts } from "../output/show";
import type { Json } from "../session/client";

/** The answer of a check, which some routes hand out beside the credential. */
export const verificationOf = (answer: Json): Json => answer.verification ?? answer;

const FOUND: Readonly<Record<string, number>> = {
  VERIFIED: EXIT.done,
  FAILED: EXIT.refused,
  UNVERIFIED: EXIT.later,
};

/** A status as the process ends with it. */
export const exitOf = (status: string): number => FOUND[status] ?? EXIT.failed;

/** What the provider said, for a person. */
export async function showVerification(host: Host, verification: Json): Promise<void> {
  const { status, message, causes = [], nextStep } = verification;
  const lines = [`${status}: ${message}`, ...causes.map((cause: string) => `  - ${cause}`), nextStep];
  for (const line of lines) if (line) await write(host, `${printable(line)}\n`);
}

/** Throws where the values are not accepted, so that a script notices. */
export function requireAccepted({ status, message }: Json): void {
  if (status !== "VERIFIED") throw new Failure(exitOf(status), message);
}

export function showCredential(host: Host, credential: Json): Promise<void> {
  const { id, name, connectorId, status, description, ownerName, usedBy, plainValues = {} } = credential;
  const { verifiedAt, checkedAt, failedAt, createdAt, rotation, whose } = credential;
  return showParts(host, {
    id,
    name,
    connector: connectorId,
    status,
    description,
    owner: ownerName,
    "used by": usedBy,
    ...plainValues,
    "belongs to": whose?.text,
    "verified at": verifiedAt,
    "checked at": checkedAt,
    "failed at": failedAt,
    "created at": createdAt,
    "replace by": rotation?.by ?? rotation?.rotateBy,
  });
}
