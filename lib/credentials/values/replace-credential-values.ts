import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { checkTypedValues } from "@/lib/credentials/checks/check-typed-values";
import type { CredentialDetailsDto, SaveCredentialDto } from "@/lib/credentials/credential-dto";
import { replaceInput } from "@/lib/credentials/credential-schema";
import { getCredential } from "@/lib/credentials/get-credential";
import { requireAllowedHost } from "@/lib/credentials/require-allowed-host";
import { requireUsable } from "@/lib/credentials/require-usable";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { changedMeanwhile, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { peek } from "@/lib/platform/peek";
import { secretValues } from "@/lib/platform/secret-values";
import { parseInput } from "@/lib/platform/to-error-dto";
import { replaceValues } from "./credential-values-repository";
import { requireAccepted } from "./require-accepted";

/**
 * *Replace values*: verifies the new values, then swaps all of them at once. Anything but "accepted" changes nothing.
 * @param signal stops a check that is made here; nothing is changed then
 */
export async function replaceCredentialValues(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SaveCredentialDto<CredentialDetailsDto>> {
  authorize(actor, "credential:replace");
  requireRecentSignIn(actor);
  const { connectorId } = await getCredential(actor, peek(input, "credentialId"));
  const connector = await connectorIn(actor.workspaceId, connectorId);
  if (!connector) throw notFound("data source type");
  requireUsable(connector);
  const { credentialId, revision, receipt, ...form } = parseInput(replaceInput(connector), input);
  const values = secretValues(form.values);
  requireAllowedHost(connector, values);
  const { workspaceId, userId } = actor;
  const ask = () => checkTypedValues(actor, connector, values, signal);
  const accepted = await requireAccepted({ workspaceId, userId, connectorId, values }, { receipt, signal }, ask);
  if ("verification" in accepted) return { saved: false, verification: accepted.verification };
  const swapped = await replaceValues(actor, credentialId, { connector, revision, values, check: accepted.check });
  const credential = await getCredential(actor, credentialId);
  if (!swapped) throw changedMeanwhile("credential");
  log.info({ credentialId, version: credential.version }, "values replaced");
  return { saved: true, credential };
}
