import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { deleteDataSourceRows } from "./data-source-repository";
import { getDataSource } from "./get-data-source";

/** Deletes a data source; its credential stays. */
export async function deleteDataSource(actor: Actor, id: unknown): Promise<void> {
  authorize(actor, "data-source:delete");
  requireRecentSignIn(actor);
  const { id: dataSourceId } = await getDataSource(actor, id);
  const { workspaceId, userId: actorId, peer } = actor;
  await deleteDataSourceRows({ workspaceId, actorId, peer }, [dataSourceId]);
}
