import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialListQuery, CredentialPageDto } from "@/lib/credentials/credential-dto";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import { withoutEmpty } from "@/lib/platform/without-empty";
import { findCredentialPage } from "./credential-list-repository";
import { credentialListInput } from "./credential-list-schema";
import { toTile } from "./to-tile";

const PAGE = 50;

/** A page of the credentials of the actor's workspace, as the parameters say; newest first where they do not. */
export async function listCredentials(
  actor: Actor,
  parameters: Record<string, unknown> = {},
): Promise<CredentialPageDto> {
  authorize(actor, "credential:list");
  const query = parseInput(credentialListInput, withoutEmpty(parameters)) as CredentialListQuery;
  // Also a text that the database would not even take.
  if (query.connectorId !== undefined && !mayBeConnector(query.connectorId)) return { credentials: [] };
  const { credentials, ...page } = await findCredentialPage(actor.workspaceId, query, PAGE);
  return { ...page, credentials: credentials.map((credential) => toTile(actor, credential)) };
}
