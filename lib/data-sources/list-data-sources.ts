import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { momentPageInput } from "@/lib/platform/moment-page";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { DataSourcePageDto } from "./data-source-dto";
import { listDataSourceRows } from "./data-source-repository";

/** A page of the data sources of the actor's workspace, newest first. */
export async function listDataSources(actor: Actor, page: Record<string, unknown> = {}): Promise<DataSourcePageDto> {
  authorize(actor, "data-source:list");
  return listDataSourceRows(actor.workspaceId, parseInput(momentPageInput, page));
}
