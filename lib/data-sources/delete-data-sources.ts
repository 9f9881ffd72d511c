import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireSource } from "@/lib/auth/tokens/require-source";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { SourcesDeletionDto } from "./data-source-dto";
import { deleteDataSourceRows } from "./data-source-repository";
import { dataSourceSelection } from "./data-source-schema";

/**
 * *Delete selected*: all of them in one transaction, each as one alone is deleted. What is gone already is passed over,
 * so that the same request can be sent again.
 */
export async function deleteDataSources(actor: Actor, input: unknown): Promise<SourcesDeletionDto> {
  authorize(actor, "data-source:delete");
  requireRecentSignIn(actor);
  const { dataSourceIds } = parseInput(dataSourceSelection, input);
  for (const id of dataSourceIds) requireSource(actor, id);
  const { workspaceId, userId: actorId, peer } = actor;
  return { deleted: await deleteDataSourceRows({ workspaceId, actorId, peer }, dataSourceIds) };
}
