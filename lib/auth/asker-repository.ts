import "server-only";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** Whose session it is, and what they are where it is in. Role and workspace are null where they have no place there. */
export type Asker = {
  sessionId: string;
  createdAt: Date;
  updatedAt: Date;
  confirmedAt: Date | null;
  activeWorkspaceId: string | null;
  userId: string;
  name: string;
  email: string;
  role: string | null;
  workspaceName: string | null;
  /** Where the workspace wants a second factor, and this session showed none. */
  isHeldBack: boolean;
};

/**
 * Session, person and membership as they are now, in one statement: what was revoked, changed or removed counts at the
 * next request of every instance.
 */
export async function findAsker(token: string): Promise<Asker | undefined> {
  const [asker] = await prepared<Asker>(Prisma.sql`
    SELECT s."id" AS "sessionId", s."createdAt", s."updatedAt", s."confirmedAt", s."activeWorkspaceId",
      u."id" AS "userId", u."name", u."email", m."role", w."name" AS "workspaceName",
      coalesce(w."needsSecondFactor" AND s."secondStep" IS NULL, false) AS "isHeldBack"
    FROM "Session" s
    JOIN "User" u ON u."id" = s."userId"
    LEFT JOIN "Member" m ON m."workspaceId" = s."activeWorkspaceId" AND m."userId" = s."userId"
    LEFT JOIN "Workspace" w ON w."id" = m."workspaceId"
    WHERE s."token" = ${token} AND s."expiresAt" > ${new Date()}`);
  return asker;
}
