-- AlterTable
ALTER TABLE "DataSource" ADD COLUMN     "searchText" TEXT;

-- CreateIndex
CREATE INDEX "DataSource_workspaceId_connectorId_createdAt_id_idx" ON "DataSource"("workspaceId", "connectorId", "createdAt" DESC, "id" DESC);

-- As for credentials, in the migration "substring_search".
CREATE INDEX "DataSource_search_idx" ON "DataSource" USING GIN (search_grams("workspaceId", "searchText"))
  WITH (fastupdate = off);
ALTER INDEX "DataSource_search_idx" ALTER COLUMN 1 SET STATISTICS 0;

-- Finds what is not folded yet, which is nothing but for a moment after this migration.
CREATE INDEX "DataSource_not_folded_idx" ON "DataSource" ("id") WHERE "searchText" IS NULL;
