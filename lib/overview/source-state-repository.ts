import "server-only";
import { httpOf } from "@/lib/connectors/database-connector";
import { connectorsIn, type FindConnector } from "@/lib/own-connectors/find-connector";
import { prepared } from "@/lib/platform/prepared";
import type { ReadRow } from "@/lib/reading/read-rows-repository";
import { readSentence } from "@/lib/reading/read-words";
import type { ReadStatus } from "@/lib/reading/reads-dto";
import { type CredentialStatus, Prisma } from "@/prisma/generated/client";
import type { SourceStateDto } from "./overview-dto";

/** So many of the last reads are looked through for the sources that were read. */
const READS_LOOKED_AT = 200;

type ReadColumns = Pick<ReadRow, "state" | "reason" | "behind" | "records" | "total" | "gone" | "startedAt">;
type Row = { id: string; name: string; connectorId: string; credentialStatus: CredentialStatus } & {
  [Column in keyof ReadColumns]: ReadColumns[Column] | null;
};

/** Which sources: those of the last reads, and the newest ones, which may never have been read. */
export const sourcesQuery = (workspaceId: string, newest: number, seesReads: boolean) => Prisma.sql`
  WITH "shown" AS (
    SELECT r."dataSourceId" AS "id" FROM (
      SELECT "dataSourceId" FROM "Read" WHERE "workspaceId" = ${workspaceId} AND ${seesReads}
      ORDER BY "startedAt" DESC, "id" DESC LIMIT ${Prisma.raw(String(READS_LOOKED_AT))}) r
    UNION
    SELECT s."id" FROM (
      SELECT "id" FROM "DataSource" WHERE "workspaceId" = ${workspaceId}
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${Prisma.raw(String(newest))}) s
  )
  SELECT s."id", s."name", s."connectorId", c."status"::text AS "credentialStatus", r.*
  FROM "shown" JOIN "DataSource" s ON s."workspaceId" = ${workspaceId} AND s."id" = "shown"."id"
  JOIN "Credential" c ON c."workspaceId" = ${workspaceId} AND c."id" = s."credentialId"
  LEFT JOIN LATERAL (
    SELECT "state"::text AS "state", "reason", "behind", "records", "total", "gone", "startedAt" FROM "Read"
    WHERE "workspaceId" = ${workspaceId} AND "dataSourceId" = s."id" AND ${seesReads}
    ORDER BY "startedAt" DESC, "id" DESC LIMIT 1
  ) r ON true
  ORDER BY r."startedAt" DESC NULLS LAST, s."createdAt" DESC, s."id"`;

function lastReadOf(
  { connectorId, credentialStatus, ...row }: Row,
  find: FindConnector,
): Pick<SourceStateDto, "lastRead"> {
  const { state, startedAt } = row;
  if (state === null || startedAt === null) return {};
  const needsAttention = (state === "FAILED" || state === "LOST") && credentialStatus !== "FAILED";
  return {
    lastRead: {
      status: state.toLowerCase() as ReadStatus,
      sentence: readSentence({ ...(row as ReadColumns), connectorId }, httpOf(find(connectorId))),
      startedAt: startedAt.toISOString(),
      needsAttention,
    },
  };
}

/** Sources by their last read, the latest first, then those that were never read, the newest first. */
export async function findSourceStates(
  workspaceId: string,
  newest: number,
  seesReads: boolean,
): Promise<SourceStateDto[]> {
  const rows = await prepared<Row>(sourcesQuery(workspaceId, newest, seesReads));
  const find = await connectorsIn(
    workspaceId,
    rows.map(({ connectorId }) => connectorId),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    connectorId: row.connectorId,
    type: find(row.connectorId)?.name ?? row.connectorId,
    ...lastReadOf(row, find),
  }));
}
