import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { changedMeanwhile, nameTaken } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { DataSourceDto } from "./data-source-dto";
import { renameDataSourceRow } from "./data-source-repository";
import { renameDataSourceInput } from "./data-source-schema";
import { getDataSource } from "./get-data-source";

/** Renames a data source. Refused where it changed since the form was opened. */
export async function renameDataSource(actor: Actor, input: unknown): Promise<DataSourceDto> {
  authorize(actor, "data-source:edit");
  const { dataSourceId, revision, name } = parseInput(renameDataSourceInput, input);
  const before = await getDataSource(actor, dataSourceId);
  if (before.name === name) return before;
  const { workspaceId, userId: actorId, peer } = actor;
  const result = await renameDataSourceRow(
    { workspaceId, dataSourceId, actorId, peer },
    { revision, name, ...nameKeys(name) },
  );
  if (result === "taken") throw nameTaken("data source");
  const after = await getDataSource(actor, dataSourceId);
  if (result === "changed-meanwhile") throw changedMeanwhile("data source");
  return after;
}
