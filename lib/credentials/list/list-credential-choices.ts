import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findCredentialPage } from "./credential-list-repository";
import { credentialChoicesInput } from "./credential-list-schema";

const CHOICES = 50;

/** The credentials of a connector that a data source could use, by name: the first, or those that `q` finds. */
export async function listCredentialChoices(actor: Actor, input: unknown): Promise<CredentialChoicesDto> {
  authorize(actor, "credential:select");
  const { connectorId, q } = parseInput(credentialChoicesInput, input);
  const query = { connectorId, sort: "name", ...(q ? { q } : {}) } as const;
  const { credentials, after } = await findCredentialPage(actor.workspaceId, query, CHOICES);
  return { choices: credentials.map(({ id, name, status }) => ({ id, name, status })), hasMore: after !== undefined };
}
