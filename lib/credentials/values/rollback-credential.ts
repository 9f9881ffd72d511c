import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { checkStoredValues } from "@/lib/credentials/checks/check-stored-values";
import type { CredentialDetailsDto, SaveCredentialDto } from "@/lib/credentials/credential-dto";
import { rollbackInput } from "@/lib/credentials/credential-schema";
import { getCredential } from "@/lib/credentials/get-credential";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { changedMeanwhile, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { rollBackValues } from "./active-version-repository";
import { openCredentialValues } from "./credential-values-repository";
import { requireAccepted } from "./require-accepted";

/**
 * *Roll back*: verifies older values that are still kept, then uses them again. Anything but "accepted" changes nothing.
 * @param signal stops a check that is made here; nothing is changed then
 */
export async function rollbackCredential(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SaveCredentialDto<CredentialDetailsDto>> {
  authorize(actor, "credential:rollback");
  requireRecentSignIn(actor);
  const { credentialId, revision, number, receipt } = parseInput(rollbackInput, input);
  const before = await getCredential(actor, credentialId);
  const connector = await connectorIn(actor.workspaceId, before.connectorId);
  if (!connector) throw notFound("data source type");
  if (before.version === number) return { saved: true, credential: before };
  const { workspaceId, userId } = actor;
  const older = { workspaceId, userId, credentialId, version: number, purpose: "rollback" } as const;
  const ask = async () =>
    (await checkStoredValues(actor, { credentialId, trigger: "rollback", number, signal })).verification;
  const accepted = await requireAccepted(older, { receipt, signal }, ask);
  if ("verification" in accepted) return { saved: false, verification: accepted.verification };
  const values = (await openCredentialValues(workspaceId, credentialId, { number, as: connector }))?.values;
  if (!values) throw notFound("version");
  const { check } = accepted;
  const swapped = await rollBackValues(actor, credentialId, { connector, revision, number, values, check });
  const credential = await getCredential(actor, credentialId);
  if (!swapped) throw changedMeanwhile("credential");
  log.info({ credentialId, version: number }, "values rolled back");
  return { saved: true, credential };
}
