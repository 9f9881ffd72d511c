-- AlterTable
ALTER TABLE "Credential" ADD COLUMN "unusedSince" TIMESTAMP(3);

-- What no source uses now was unused since it was made, as far as anyone knows.
UPDATE "Credential" SET "unusedSince" = "createdAt"
WHERE NOT EXISTS (SELECT FROM "DataSource" WHERE "DataSource"."credentialId" = "Credential"."id");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_status_createdAt_id_idx" ON "Credential"("workspaceId", "status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Credential_workspaceId_ownerId_createdAt_id_idx" ON "Credential"("workspaceId", "ownerId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Credential_workspaceId_connectorId_nameKey_idx" ON "Credential"("workspaceId", "connectorId", "nameKey");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_status_nameKey_idx" ON "Credential"("workspaceId", "status", "nameKey");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_ownerId_nameKey_idx" ON "Credential"("workspaceId", "ownerId", "nameKey");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_unusedSince_idx" ON "Credential"("workspaceId", "unusedSince");

-- Search by the beginnings of words. Prisma knows no indexes over expressions, and leaves them alone. The expression
-- has to stay the one that credential-list-repository.ts asks with.
CREATE INDEX "Credential_search_idx" ON "Credential" USING GIN (
  to_tsvector('simple', translate(lower(normalize("name" || ' ' || "description", NFKC)), './-_@:', '      '))
);
