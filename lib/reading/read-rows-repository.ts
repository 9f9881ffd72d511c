import "server-only";
import type { MomentPage } from "@/lib/platform/moment-page";
import { cutPage, placeOf } from "@/lib/platform/moment-page";
import { prepared, preparedWrite } from "@/lib/platform/prepared";
import { Prisma, type ReadState } from "@/prisma/generated/client";
import type { ReadReason } from "./reads-dto";

/** A read as it stands in the database, with the name of who reads. */
export type ReadRow = {
  id: string;
  dataSourceId: string;
  connectorId: string;
  state: ReadState;
  reason: ReadReason | null;
  behind: string | null;
  door: "json" | "ndjson";
  /** A person; else a token. */
  by: string | null;
  token: string | null;
  records: number;
  total: number | null;
  requests: number;
  bytes: string;
  hidden: number;
  gone: number;
  startedAt: Date;
  touchedAt: Date;
  endedAt: Date | null;
  since: Date | null;
  resume: Date | null;
};

const rows = (where: Prisma.Sql, workspaceId: string) => Prisma.sql`
  SELECT r."id", r."dataSourceId", r."connectorId", r."state", r."reason", r."behind", r."door",
    u."name" AS "by", t."name" AS "token", r."records", r."total", r."requests", r."bytes", r."hidden", r."gone", r."startedAt",
    r."touchedAt", r."endedAt", r."since", r."resume"
  FROM "Read" r
  LEFT JOIN "User" u ON u."id" = r."actorId"
  LEFT JOIN "Token" t ON t."workspaceId" = ${workspaceId} AND t."id" = substr(r."actorId", 7)
    AND starts_with(r."actorId", 'token:')
  WHERE r."workspaceId" = ${workspaceId} AND ${where}`;

export async function findReadRow(workspaceId: string, id: string): Promise<ReadRow | undefined> {
  const [row] = await prepared<ReadRow>(rows(Prisma.sql`r."id" = ${id}`, workspaceId));
  return row;
}

/** A page of a source's reads, the newest first. */
export async function listReadRows(workspaceId: string, dataSourceId: string, page: MomentPage, size: number) {
  const place = placeOf(page);
  const at = place?.at ?? null;
  const id = place?.id ?? "";
  const found = await prepared<ReadRow>(Prisma.sql`
    ${rows(Prisma.sql`r."dataSourceId" = ${dataSourceId}`, workspaceId)}
      AND (${at}::timestamp IS NULL OR (r."startedAt", r."id") < (${at}::timestamp, ${id}))
    ORDER BY r."startedAt" DESC, r."id" DESC LIMIT ${size + 1}`);
  return cutPage(found, size, ({ startedAt }) => startedAt);
}

/** The last read of each of these sources that was read. */
export async function findLastReads(workspaceId: string, dataSourceIds: readonly string[]): Promise<ReadRow[]> {
  const last = Prisma.sql`r."id" IN (
    SELECT own."id" FROM "DataSource" s CROSS JOIN LATERAL (
      SELECT one."id" FROM "Read" one WHERE one."workspaceId" = ${workspaceId} AND one."dataSourceId" = s."id"
      ORDER BY one."startedAt" DESC, one."id" DESC LIMIT 1) own
    WHERE s."workspaceId" = ${workspaceId} AND s."id" = ANY(${[...dataSourceIds]}))`;
  return prepared<ReadRow>(rows(last, workspaceId));
}

export type ReadDayRow = { day: Date; records: string; complete: number; failed: number };

/** A source's reads by day, UTC, of those that began since then. */
export async function listReadDays(workspaceId: string, dataSourceId: string, since: Date): Promise<ReadDayRow[]> {
  return prepared<ReadDayRow>(Prisma.sql`
    SELECT date_trunc('day', "startedAt") AS "day", sum("records") AS "records",
      count(*) FILTER (WHERE "state" = 'COMPLETE')::int AS "complete",
      count(*) FILTER (WHERE "state" IN ('FAILED', 'LOST'))::int AS "failed"
    FROM "Read" WHERE "workspaceId" = ${workspaceId} AND "dataSourceId" = ${dataSourceId} AND "startedAt" >= ${since}
    GROUP BY 1 ORDER BY 1`);
}

/** The last places of a read from which it can be continued, the latest first. */
export async function listCheckpoints(workspaceId: string, readId: string, most: number, upTo: number) {
  return prepared<{ records: number }>(Prisma.sql`
    SELECT "records" FROM "ReadCheckpoint"
    WHERE "workspaceId" = ${workspaceId} AND "readId" = ${readId} AND "records" <= ${upTo}
    ORDER BY "records" DESC LIMIT ${most}`);
}

/** Reads whose process died are lost; those of pages that nobody asked on with were left. How many. */
export async function endSilentReads(ndjsonBefore: Date, jsonBefore: Date): Promise<number> {
  const ended = await preparedWrite(Prisma.sql`
    UPDATE "Read" SET "state" = CASE WHEN "door" = 'json' THEN 'LEFT' ELSE 'LOST' END::"ReadState", "endedAt" = "touchedAt"
    WHERE "state" = 'RUNNING' AND "touchedAt" < CASE WHEN "door" = 'json' THEN ${jsonBefore} ELSE ${ndjsonBefore} END::timestamp
    RETURNING "id"`);
  return ended.length;
}

/** Forgets reads that began before, and of others the places from which nobody will go on. */
export async function forgetReads(startedBefore: Date, checkpointsBefore: Date): Promise<void> {
  await preparedWrite(Prisma.sql`DELETE FROM "Read" WHERE "startedAt" < ${startedBefore}`);
  await preparedWrite(Prisma.sql`DELETE FROM "ReadCheckpoint" WHERE "at" < ${checkpointsBefore}`);
}
