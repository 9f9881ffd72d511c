-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "lastSeenAt" TIMESTAMP(3);

-- What is known of before: what they did here, and sessions that are still open.
UPDATE "Member" m SET "lastSeenAt" = greatest(
  (SELECT max(e."at") FROM "AuditEvent" e WHERE e."workspaceId" = m."workspaceId" AND e."actorId" = m."userId"),
  (SELECT max(s."updatedAt") FROM "Session" s WHERE s."activeWorkspaceId" = m."workspaceId" AND s."userId" = m."userId")
);
