import "server-only";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** So many of the last reads are added up: more of them in a week are of a workspace whose sum is close all the same. */
const READS_LOOKED_AT = 2000;

export type HostState = {
  host: string;
  windowIndex: number | null;
  requests: number | null;
  failingSince: Date | null;
};

/** What checks asked of each host in its last window, and since when one is not asked because it does not answer. */
export async function findHostStates(hosts: readonly string[]): Promise<HostState[]> {
  return prepared<HostState>(Prisma.sql`
    SELECT asked."host", h."windowIndex", h."requests",
      CASE WHEN c."openUntil" IS NOT NULL THEN c."failingSince" END AS "failingSince"
    FROM unnest(${[...hosts]}::text[]) AS asked("host")
    LEFT JOIN "ProviderHost" h ON h."host" = asked."host"
    LEFT JOIN "ProviderCircuit" c ON c."host" = asked."host" AND c."credential" = ''`);
}

export type ReadUse = { connectorId: string; id: string; name: string; requests: number };

export const readUseQuery = (
  workspaceId: string,
  windows: readonly { connectorId: string; since: Date }[],
  each: number,
) => Prisma.sql`
  WITH "asked" AS (
    SELECT * FROM unnest(${windows.map(({ connectorId }) => connectorId)}::text[],
      ${windows.map(({ since }) => since.toISOString())}::timestamp[]) AS w("connectorId", "since")
  ), "used" AS (
    SELECT r."connectorId", r."credentialId", sum(r."requests")::int AS "requests",
      row_number() OVER (PARTITION BY r."connectorId" ORDER BY sum(r."requests") DESC, r."credentialId") AS "place"
    FROM (
      SELECT "connectorId", "credentialId", "requests", "startedAt" FROM "Read"
      WHERE "workspaceId" = ${workspaceId} AND "startedAt" >= (SELECT min("since") FROM "asked")
      ORDER BY "startedAt" DESC, "id" DESC LIMIT ${Prisma.raw(String(READS_LOOKED_AT))}
    ) r JOIN "asked" ON "asked"."connectorId" = r."connectorId" AND r."startedAt" >= "asked"."since"
    GROUP BY r."connectorId", r."credentialId"
  )
  SELECT "used"."connectorId", c."id", c."name", "used"."requests"
  FROM "used" JOIN "Credential" c ON c."workspaceId" = ${workspaceId} AND c."id" = "used"."credentialId"
  WHERE "used"."place" <= ${each} AND "used"."requests" > 0 ORDER BY "used"."requests" DESC, c."id"`;

/** The credentials of a workspace that most was read with, in the window of each provider that is going on. */
export async function findReadUse(
  workspaceId: string,
  windows: readonly { connectorId: string; since: Date }[],
  each: number,
): Promise<ReadUse[]> {
  return prepared<ReadUse>(readUseQuery(workspaceId, windows, each));
}
