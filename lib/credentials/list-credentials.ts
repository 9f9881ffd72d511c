import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialDto, CredentialPageDto } from "./credential-dto";
import { findCredentialPage } from "./credential-list-repository";
import { credentialListQuery } from "./credential-list-schema";
import { listCredentialRowsById } from "./credential-repository";
import { recordId } from "./credential-schema";

const PAGE = 50;

/** A page of the credentials of the actor's workspace, as the search parameters of its URL say; newest first. */
export function listCredentials(actor: Actor, parameters: Record<string, unknown> = {}): Promise<CredentialPageDto> {
  authorize(actor, "credential:list");
  return findCredentialPage(actor.workspaceId, credentialListQuery(parameters), PAGE);
}

/** The credential that is chosen, wherever in the list it stands. Undefined where there is none of that connector. */
export async function findChosenCredential(
  actor: Actor,
  connectorId: string,
  id: unknown,
): Promise<CredentialDto | undefined> {
  authorize(actor, "credential:list");
  const parsed = recordId.safeParse(id);
  if (!parsed.success) return undefined;
  const [credential] = await listCredentialRowsById(actor.workspaceId, [parsed.data]);
  return credential?.connectorId === connectorId ? credential : undefined;
}
