import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { verifyValues } from "@/lib/checks/verify-values";
import { findConnector } from "@/lib/connectors/registry";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { rollBackValues } from "./active-version-repository";
import type { SaveCredentialDto } from "./credential-dto";
import { versionReference } from "./credential-schema";
import { openCredentialValues } from "./credential-values-repository";
import { getCredential } from "./get-credential";
import { unreadableRefusal } from "./require-readable";
import { changedMeanwhile } from "./update-credential";

/**
 * *Roll back*: verifies older values that are still kept, then uses them again. Anything but "accepted" changes nothing.
 * @param signal stops the check; nothing is changed then
 */
export async function rollbackCredential(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SaveCredentialDto> {
  authorize(actor, "credential:rollback");
  requireRecentSignIn(actor);
  const { credentialId, revision, number } = parseInput(versionReference, input);
  const before = await getCredential(actor, credentialId);
  const connector = findConnector(before.connectorId);
  if (!connector) throw notFound("data source type");
  if (before.version === number) return { saved: true, credential: before };
  const stored = await openCredentialValues(actor.workspaceId, credentialId, number);
  if (!stored) throw notFound("version");
  const { values } = stored;
  if (!values) throw unreadableRefusal("this version cannot be used again");
  const verification = await withinCheckLimits(actor, () => verifyValues(actor, connector, values, signal));
  const { status, outcome, diagnostic } = verification;
  if (status !== "VERIFIED" || signal?.aborted) return { saved: false, verification };
  const check = { status, outcome, durationMs: diagnostic.durationMs };
  const swapped = await rollBackValues(actor, credentialId, { connector, revision, number, values, check });
  const credential = await getCredential(actor, credentialId);
  if (!swapped) throw changedMeanwhile("credential");
  log.info({ credentialId, version: number }, "values rolled back");
  return { saved: true, credential };
}
