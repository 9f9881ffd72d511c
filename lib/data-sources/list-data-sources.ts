import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { sourcesFor } from "@/lib/auth/tokens/require-source";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import { withoutEmpty } from "@/lib/platform/without-empty";
import type { DataSourceListQuery, DataSourcePageDto } from "./data-source-dto";
import { findDataSourcePage } from "./data-source-list-repository";
import { dataSourceListInput } from "./data-source-list-schema";

const PAGE = 50;

/**
 * A page of the data sources of the actor's workspace, as the parameters say; newest first where they do not. Of a token,
 * those that it is for.
 */
export async function listDataSources(
  actor: Actor,
  parameters: Record<string, unknown> = {},
): Promise<DataSourcePageDto> {
  authorize(actor, "data-source:list");
  const query = parseInput(dataSourceListInput, withoutEmpty(parameters)) as DataSourceListQuery;
  // Also a text that the database would not even take.
  if (query.connectorId !== undefined && !mayBeConnector(query.connectorId)) return { dataSources: [] };
  return findDataSourcePage({ workspaceId: actor.workspaceId, among: sourcesFor(actor) }, query, PAGE);
}
