import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { findLastReads } from "./read-rows-repository";
import type { ReadDto } from "./reads-dto";
import { toReadDto } from "./to-read-dto";

/** A data source with the last read of it, where there was one. */
export type SourceWithRead = { source: DataSourceDto; lastRead: ReadDto | undefined };

/** A page of the data sources of the actor's workspace, the newest first, each with how its last read went. */
export async function listSourcesWithReads(
  actor: Principal,
  page: Record<string, unknown> = {},
): Promise<{ sources: SourceWithRead[]; after?: string }> {
  authorize(actor, "mcp:use");
  const { dataSources, ...rest } = await listDataSources(actor, page);
  const ids = dataSources.map(({ id }) => id);
  const reads = ids.length === 0 ? [] : await findLastReads(actor.workspaceId, ids);
  const lastReads = new Map(reads.map((row) => [row.dataSourceId, toReadDto(row)]));
  return { ...rest, sources: dataSources.map((source) => ({ source, lastRead: lastReads.get(source.id) })) };
}
