import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { prepared, preparedWrite } from "./prepared";

/** Whose request, and what they call it. */
export type RequestKey = { workspaceId: string; actorId: string; key: string };

/** What it asks for, so that another one is told from the same. */
export type WhatFor = { operation: string; bodyHash: string };
export type KnownRequest = WhatFor & { startedAt: Date; subjectId: string | null };

/** One that is carried out now. `startedAt` tells it from a later try, `formId` stays the same for all of them. */
export type RunningRequest = RequestKey & { formId: string; startedAt: Date };

/**
 * Notes a request that begins. One that began before `lost` and did not end is taken over by the same request: it goes
 * on under the form id of the first.
 * @returns what is known of another with this key, where that is neither lost nor over
 */
export async function beginRequest(
  request: RequestKey & WhatFor & { formId: string },
  now: Date,
  lost: Date,
): Promise<RunningRequest | KnownRequest> {
  const { workspaceId, actorId, key, operation, bodyHash, formId } = request;
  const [begun] = await preparedWrite<{ formId: string }>(Prisma.sql`
    INSERT INTO "KnownRequest" AS r ("workspaceId", "actorId", "key", "operation", "bodyHash", "formId", "startedAt")
    VALUES (${workspaceId}, ${actorId}, ${key}, ${operation}, ${bodyHash}, ${formId}, ${now})
    ON CONFLICT ("workspaceId", "actorId", "key") DO UPDATE SET "startedAt" = EXCLUDED."startedAt"
      WHERE r."workspaceId" = ${workspaceId} AND r."subjectId" IS NULL AND r."startedAt" < ${lost}
        AND r."operation" = EXCLUDED."operation" AND r."bodyHash" = EXCLUDED."bodyHash"
    RETURNING r."formId"`);
  if (begun) return { workspaceId, actorId, key, formId: begun.formId, startedAt: now };
  const [known] = await prepared<KnownRequest>(Prisma.sql`
    SELECT "operation", "bodyHash", "startedAt", "subjectId" FROM "KnownRequest"
    WHERE "workspaceId" = ${workspaceId} AND "actorId" = ${actorId} AND "key" = ${key}`);
  // Gone again: it failed in this very moment.
  return known ?? beginRequest(request, now, lost);
}

/** Notes what a request made. */
export async function endRequest(running: RunningRequest, subjectId: string): Promise<void> {
  const { workspaceId, actorId, key, startedAt } = running;
  await preparedWrite(Prisma.sql`
    UPDATE "KnownRequest" SET "subjectId" = ${subjectId}
    WHERE "workspaceId" = ${workspaceId} AND "actorId" = ${actorId} AND "key" = ${key}
      AND "startedAt" = ${startedAt}`);
}

/** Forgets a request that made nothing, so that it can be sent again. */
export async function forgetRequest({ workspaceId, actorId, key, startedAt }: RunningRequest): Promise<void> {
  await preparedWrite(Prisma.sql`
    DELETE FROM "KnownRequest"
    WHERE "workspaceId" = ${workspaceId} AND "actorId" = ${actorId} AND "key" = ${key}
      AND "startedAt" = ${startedAt} AND "subjectId" IS NULL`);
}

/** Lets go of a request of which nobody knows what it made: the same one may take it over at once. */
export async function releaseRequest({ workspaceId, actorId, key, startedAt }: RunningRequest): Promise<void> {
  await preparedWrite(Prisma.sql`
    UPDATE "KnownRequest" SET "startedAt" = "startedAt" - INTERVAL '1 hour'
    WHERE "workspaceId" = ${workspaceId} AND "actorId" = ${actorId} AND "key" = ${key}
      AND "startedAt" = ${startedAt} AND "subjectId" IS NULL`);
}

/** Forgets those of all workspaces that began before a time. */
export async function forgetOldRequests(before: Date): Promise<void> {
  await preparedWrite(Prisma.sql`DELETE FROM "KnownRequest" WHERE "startedAt" < ${before}`);
}
