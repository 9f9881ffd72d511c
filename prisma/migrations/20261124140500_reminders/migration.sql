-- CreateEnum
CREATE TYPE "Reminded" AS ENUM ('NOT_YET', 'SOON', 'OVERDUE');

-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "reminded" "Reminded" NOT NULL DEFAULT 'NOT_YET',
ADD COLUMN     "rotateBy" DATE,
ADD COLUMN     "valuesChangedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "dueOn" DATE;

-- AlterTable
ALTER TABLE "WorkspaceSettings" ADD COLUMN     "maxAgeDays" INTEGER,
ADD COLUMN     "remindersOutdated" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Credential_reminded_deletedAt_rotateBy_idx" ON "Credential"("reminded", "deletedAt", "rotateBy");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_reminded_rotateBy_deletedAt_valuesCh_idx" ON "Credential"("workspaceId", "reminded", "rotateBy", "deletedAt", "valuesChangedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_credentialId_kind_dueOn_key" ON "Notice"("credentialId", "kind", "dueOn");

-- The values of before: since the last time that others were replaced, or since they were made.
UPDATE "Credential" c SET "valuesChangedAt" = COALESCE(
  (SELECT max(v."replacedAt") FROM "CredentialVersion" v WHERE v."credentialId" = c."id"), c."createdAt");

ALTER TABLE "WorkspaceSettings" ADD CONSTRAINT "WorkspaceSettings_maxAgeDays_check" CHECK ("maxAgeDays" BETWEEN 30 AND 3650);
