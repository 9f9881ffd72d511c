import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DataSourceDto } from "./data-source-dto";
import { listDataSourceRows } from "./data-source-repository";

/** The data sources of the actor's workspace, newest first. */
export function listDataSources(actor: Actor): Promise<DataSourceDto[]> {
  authorize(actor, "data-source:list");
  return listDataSourceRows(actor.workspaceId);
}
