import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialCountsDto, CredentialListQuery } from "@/lib/credentials/credential-dto";
import { countFiltered, countTabs } from "./credential-filters-repository";

/**
 * How many credentials the actor's workspace has, each number up to a bound. Of a list that is narrowed down, how many
 * that leaves; what a search finds is counted, where it can be, by the search itself.
 */
export async function countCredentials(actor: Actor, query: CredentialListQuery): Promise<CredentialCountsDto> {
  authorize(actor, "credential:list");
  const { q, connectorId, owner } = query;
  if (q) return {};
  if (connectorId || owner) return { found: await countFiltered(actor.workspaceId, query) };
  return { tabs: await countTabs(actor.workspaceId) };
}
