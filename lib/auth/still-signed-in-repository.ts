import "server-only";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";
import type { Member } from "./actor";
import { type Operation, permissions } from "./permissions";

/** Whether a member's session still holds, and their role still grants an operation: for what goes on for long. */
export async function isStillSignedIn(
  { sessionId, workspaceId }: Member,
  operation: Operation,
  now = new Date(),
): Promise<boolean> {
  const rows = await prepared(Prisma.sql`
    SELECT 1 FROM "Session" s
    JOIN "Member" m ON m."workspaceId" = ${workspaceId} AND m."userId" = s."userId"
    JOIN "Workspace" w ON w."id" = m."workspaceId"
    WHERE s."id" = ${sessionId} AND s."expiresAt" > ${now} AND m."role" = ANY(${[...permissions[operation]]})
      AND (s."secondStep" IS NOT NULL OR NOT w."needsSecondFactor")`);
  return rows.length > 0;
}
