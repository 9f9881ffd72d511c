import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { shownValues } from "@/lib/connectors/plain-values";
import { credentialSearchText } from "@/lib/credentials/list/credential-search-text";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { changedMeanwhile, nameTaken } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { CredentialDetailsDto } from "./credential-dto";
import { updateCredentialRow } from "./credential-repository";
import { credentialDetails } from "./credential-schema";
import { getCredential } from "./get-credential";

/** *Edit*: name, description and the day to rotate by. Refused where the credential changed since the form was opened. */
export async function updateCredential(actor: Actor, input: unknown): Promise<CredentialDetailsDto> {
  authorize(actor, "credential:edit");
  const { credentialId, revision, rotateBy, ...named } = parseInput(credentialDetails, input);
  const before = await getCredential(actor, credentialId);
  const { name = before.name, description = before.description } = named;
  const ownDay = before.rotation?.isOwn ? before.rotation.dueOn : null;
  const hasNewDay = rotateBy !== undefined && rotateBy !== ownDay;
  const fields = [
    ...(name === before.name ? [] : ["name"]),
    ...(description === before.description ? [] : ["description"]),
    ...(hasNewDay ? ["rotateBy"] : []),
  ];
  if (fields.length === 0) return before;
  const shown = shownValues(await connectorIn(actor.workspaceId, before.connectorId), before.plainValues);
  const { workspaceId, userId: actorId, peer } = actor;
  const result = await updateCredentialRow(
    { workspaceId, credentialId, actorId, peer },
    {
      ...{ revision, name, description, fields },
      searchText: credentialSearchText({ name, description }, shown),
      ...(name === before.name ? {} : nameKeys(name)),
      ...(hasNewDay ? { rotateBy: rotateBy ? new Date(rotateBy) : null } : {}),
    },
  );
  if (result === "name-taken") throw nameTaken("credential");
  if (result !== "changed-meanwhile") return result;
  // Gone, where it was deleted: then that is what they are told.
  await getCredential(actor, credentialId);
  throw changedMeanwhile("credential");
}
