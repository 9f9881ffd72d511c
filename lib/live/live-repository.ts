import "server-only";
import { SESSION_IDLE_HOURS } from "@/lib/auth/auth-dto";
import { permissions } from "@/lib/auth/permissions";
import { UNREAD_SHOWN } from "@/lib/notices/notice-dto";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

const IDLE_LIMIT_MS = SESSION_IDLE_HOURS * 60 * 60 * 1000;

/** What a stream stands on: a session in a workspace, how far that one's trail has come, and what its person did not see. */
export type LiveState = { sessionId: string; workspaceId: string; seq: string; unread: number };

/** The states of those of these sessions that still hold, in a workspace that they are still a member of. */
export function findLiveStates(sessionIds: readonly string[], now = new Date()): Promise<LiveState[]> {
  return prepared<LiveState>(Prisma.sql`
    SELECT s."id" AS "sessionId", m."workspaceId", coalesce(h."seq", 0) AS "seq", n."unread"
    FROM "Session" s
    JOIN "Member" m ON m."workspaceId" = s."activeWorkspaceId" AND m."userId" = s."userId"
    JOIN "Workspace" w ON w."id" = m."workspaceId"
    LEFT JOIN "AuditHead" h ON h."workspaceId" = m."workspaceId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "unread" FROM (
        SELECT 1 FROM "Notice"
        WHERE "workspaceId" = m."workspaceId" AND "at" > m."noticesReadAt"
          AND ("accessRequestId" IS NULL OR m."role" = ANY(${[...permissions["access:answer"]]}))
        LIMIT ${UNREAD_SHOWN + 1}::int
      ) AS "some"
    ) n
    WHERE s."id" = ANY(${[...sessionIds]}) AND s."expiresAt" > ${now}
      AND (s."secondStep" IS NOT NULL OR NOT w."needsSecondFactor")
      AND s."updatedAt" > ${new Date(now.getTime() - IDLE_LIMIT_MS)}`);
}

/** What was done in each workspace after that event of its trail, each action once. */
export function findActionsSince(
  seen: ReadonlyMap<string, string>,
): Promise<{ workspaceId: string; action: string }[]> {
  const workspaceIds = [...seen.keys()];
  return prepared(Prisma.sql`
    SELECT DISTINCT e."workspaceId", e."action"
    FROM unnest(${workspaceIds}::text[], ${[...seen.values()]}::bigint[]) AS seen("id", "seq")
    JOIN "AuditEvent" e ON e."workspaceId" = seen."id" AND e."seq" > seen."seq"
    WHERE e."workspaceId" = ANY(${workspaceIds})`);
}
