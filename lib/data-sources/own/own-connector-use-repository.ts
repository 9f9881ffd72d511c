import "server-only";
import type { Actor } from "@/lib/auth/actor";
import {
  changeRow,
  type OwnConnectorChange,
  type OwnConnectorChanged,
} from "@/lib/credentials/own/own-connector-change-repository";
import type { TakenAway } from "@/lib/own-connectors/taken-away";
import { prisma, type Transaction } from "@/lib/platform/database";

/** How many data sources need what is to be taken away, and the first of them by name. */
export type NeededPart = TakenAway & { count: number; sources: { id: string; name: string }[] };

const SOURCES_NAMED = 100;
type Found = { at: number; count: number; sources: NeededPart["sources"] };

async function neededIn(
  client: Pick<Transaction, "$queryRaw">,
  workspaceId: string,
  connectorId: string,
  gone: readonly TakenAway[],
): Promise<NeededPart[]> {
  if (gone.length === 0) return [];
  const found = await client.$queryRaw<Found[]>`
    SELECT g."at"::int AS "at", s."count", s."sources"
    FROM unnest(${gone.map(({ endpointId }) => endpointId)}::text[],
      ${gone.map(({ parameterId }) => parameterId ?? "")}::text[]) WITH ORDINALITY AS g("endpointId", "parameterId", "at"),
      LATERAL (
        SELECT max(d."of")::int AS "count", json_agg(json_build_object('id', d."id", 'name', d."name")) AS "sources"
        FROM (
          SELECT "id", "name", count(*) OVER () AS "of" FROM "DataSource"
          WHERE "workspaceId" = ${workspaceId} AND "connectorId" = ${connectorId} AND "endpointId" = g."endpointId"
            AND (g."parameterId" = '' OR jsonb_exists("parameters", g."parameterId"))
          ORDER BY "name", "id" LIMIT ${SOURCES_NAMED}
        ) d
      ) s
    WHERE s."count" > 0 ORDER BY g."at"`;
  return found.flatMap(({ at, count, sources }) => {
    const part = gone[at - 1];
    return part ? [{ ...part, count, sources }] : [];
  });
}

/** Which of the parts that a connector is to have no more data sources need. */
export const findNeeded = async (workspaceId: string, connectorId: string, gone: readonly TakenAway[]) =>
  neededIn(await prisma(), workspaceId, connectorId, gone);

/**
 * Puts a change into use, unless a data source needs what it takes away. Whoever creates or changes a source holds the
 * connector's version: of both one comes first, and is seen by the other.
 */
export const changeUnneeded = (
  actor: Actor,
  change: OwnConnectorChange,
  gone: readonly TakenAway[],
): Promise<OwnConnectorChanged | NeededPart[]> =>
  changeRow(actor, change, async (tx) => {
    const needed = await neededIn(tx, actor.workspaceId, change.id, gone);
    return needed.length > 0 ? needed : undefined;
  });
