import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Denied } from "@/lib/auth/permissions";
import { stillAllowed } from "@/lib/auth/still-allowed-repository";
import { auditInsertion } from "@/lib/platform/audit";
import { insertTogether } from "@/lib/platform/insert-together";
import { prepared, preparedWrite } from "@/lib/platform/prepared";
import { Prisma, type ReadState } from "@/prisma/generated/client";
import type { ReadReason } from "./reads-dto";
import type { SourceRow } from "./source-repository";

/** Which run of which read: one that was continued by another request is displaced. */
export type ReadRun = { id: string; workspaceId: string; attempt: number };

/** How far a read came. Numbers are of the whole read, also where it was continued. */
export type Progress = {
  records: number;
  total: number | null;
  requests: number;
  bytes: number;
  hidden: number;
  gone: number;
};

export type NewRead = { id: string; door: "json" | "ndjson"; since: Date | null; startedAt: Date };

/** Begins a read: its row and its event, or none of them. */
export async function insertRead(actor: Actor, source: SourceRow, read: NewRead): Promise<ReadRun> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { id: dataSourceId, name, credentialId, connectorId, endpointId, asks } = source;
  const subject = { dataSourceId, credentialId, connectorId, endpointId, asks };
  const row = { ...read, workspaceId, actorId, ...subject, state: "RUNNING" as const, touchedAt: read.startedAt };
  const isInserted = await insertTogether(
    [
      { into: "Read", row },
      auditInsertion({
        workspaceId,
        actorId,
        action: "data-source.read",
        subjectId: dataSourceId,
        subjectName: name,
        peer,
      }),
    ],
    stillAllowed(actor, "data-source:read"),
  );
  if (!isInserted) throw new Denied(actor, "data-source:read");
  return { id: read.id, workspaceId, attempt: 1 };
}

/** Goes on with a read, and displaces whoever was going on with it. Undefined where it is no more. */
export async function resumeRead(workspaceId: string, id: string): Promise<(ReadRun & Progress) | undefined> {
  const [row] = await preparedWrite<Omit<Progress, "bytes"> & { attempt: number; bytes: string }>(Prisma.sql`
    UPDATE "Read" SET "state" = 'RUNNING', "attempt" = "attempt" + 1, "touchedAt" = ${new Date()}, "endedAt" = NULL,
      "reason" = NULL, "behind" = NULL, "resume" = NULL
    WHERE "workspaceId" = ${workspaceId} AND "id" = ${id}
    RETURNING "attempt", "records", "total", "requests", "bytes", "hidden", "gone"`);
  return row && { id, workspaceId, ...row, bytes: Number(row.bytes) };
}

/**
 * Writes down how far a run came, and where it goes on from there.
 * @returns what the source asks for now; undefined where the run was displaced, or the source deleted
 */
export async function noteProgress(
  { id, workspaceId, attempt }: ReadRun,
  { records, total, requests, bytes, hidden, gone }: Progress,
  cursor: string,
): Promise<string | undefined> {
  const [row] = await preparedWrite<{ asks: string }>(Prisma.sql`
    WITH "noted" AS (
      UPDATE "Read" SET "records" = ${records}, "total" = ${total}, "requests" = ${requests}, "bytes" = ${bytes}::bigint,
        "hidden" = ${hidden}, "gone" = ${gone}, "touchedAt" = ${new Date()}
      WHERE "workspaceId" = ${workspaceId} AND "id" = ${id} AND "attempt" = ${attempt} AND "state" = 'RUNNING'
      RETURNING "id", "dataSourceId"
    ), "kept" AS (
      INSERT INTO "ReadCheckpoint" ("readId", "workspaceId", "records", "cursor", "at")
      SELECT "id", ${workspaceId}, ${records}, ${cursor}, ${new Date()} FROM "noted"
      ON CONFLICT ("workspaceId", "readId", "records") DO UPDATE SET "cursor" = EXCLUDED."cursor", "at" = EXCLUDED."at"
    )
    SELECT md5(s."endpointId" || s."parameters"::text) AS "asks"
    FROM "noted" n JOIN "DataSource" s ON s."workspaceId" = ${workspaceId} AND s."id" = n."dataSourceId"`);
  return row?.asks;
}

/** Says that a run is alive although it has nothing to write down: it waits. */
export async function touchRead({ id, workspaceId, attempt }: ReadRun): Promise<void> {
  await preparedWrite(Prisma.sql`
    UPDATE "Read" SET "touchedAt" = ${new Date()}
    WHERE "workspaceId" = ${workspaceId} AND "id" = ${id} AND "attempt" = ${attempt} AND "state" = 'RUNNING'`);
}

export type Ending = { state: Exclude<ReadState, "RUNNING">; reason?: ReadReason; behind?: string; resume?: Date };

/** Says how a run ended, once, and how far it came where that is known. */
export async function endRead(
  { id, workspaceId, attempt }: ReadRun,
  { state, reason, behind, resume }: Ending,
  requests: number,
): Promise<void> {
  await preparedWrite(Prisma.sql`
    UPDATE "Read" SET "state" = ${state}::"ReadState", "reason" = ${reason ?? null},
      "behind" = ${behind?.slice(0, 200) ?? null}, "resume" = ${resume ?? null}, "requests" = ${requests},
      "endedAt" = ${new Date()}
    WHERE "workspaceId" = ${workspaceId} AND "id" = ${id} AND "attempt" = ${attempt} AND "state" = 'RUNNING'`);
}

/** Where a cursor leads. The parts are null where it leads nowhere any more. */
export type Place = { dataSourceId: string; asks: string; door: string; cursor: string | null };

/** The read of a cursor; undefined where the workspace has none of this name. */
export async function findPlace(workspaceId: string, readId: string, records: number): Promise<Place | undefined> {
  const [row] = await prepared<Place>(Prisma.sql`
    SELECT r."dataSourceId", r."asks", r."door", p."cursor"
    FROM "Read" r LEFT JOIN "ReadCheckpoint" p
      ON p."workspaceId" = ${workspaceId} AND p."readId" = r."id" AND p."records" = ${records}
    WHERE r."workspaceId" = ${workspaceId} AND r."id" = ${readId}`);
  return row;
}
