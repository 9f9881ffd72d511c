import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { Connector } from "@/lib/connectors/connector";
import { httpOf } from "@/lib/connectors/database-connector";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { connectorsIn } from "@/lib/own-connectors/find-connector";
import { findLastReads } from "./read-rows-repository";
import type { ReadDto } from "./reads-dto";
import { toReadDto } from "./to-read-dto";

/** A data source with its connector and the last read of it, where there was one. */
export type SourceWithRead = { source: DataSourceDto; connector: Connector | undefined; lastRead: ReadDto | undefined };

/** A page of the data sources of the actor's workspace, the newest first, each with how its last read went. */
export async function listSourcesWithReads(
  actor: Principal,
  page: Record<string, unknown> = {},
): Promise<{ sources: SourceWithRead[]; after?: string }> {
  authorize(actor, "mcp:use");
  const { dataSources, ...rest } = await listDataSources(actor, page);
  const ids = dataSources.map(({ id }) => id);
  const reads = ids.length === 0 ? [] : await findLastReads(actor.workspaceId, ids);
  const find = await connectorsIn(
    actor.workspaceId,
    dataSources.map(({ connectorId }) => connectorId),
  );
  const lastReads = new Map(reads.map((row) => [row.dataSourceId, toReadDto(row, httpOf(find(row.connectorId)))]));
  return {
    ...rest,
    sources: dataSources.map((source) => ({
      source,
      connector: httpOf(find(source.connectorId)),
      lastRead: lastReads.get(source.id),
    })),
  };
}
