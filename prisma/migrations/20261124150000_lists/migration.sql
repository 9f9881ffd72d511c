-- AlterTable
ALTER TABLE "Credential" ADD COLUMN "unusedSince" TIMESTAMP(3);
ALTER TABLE "Credential" ADD COLUMN "searchText" TEXT;

-- What no source uses now was unused since it was made, as far as anyone knows.
UPDATE "Credential" SET "unusedSince" = "createdAt"
WHERE NOT EXISTS (SELECT FROM "DataSource" WHERE "DataSource"."credentialId" = "Credential"."id");

-- DropIndex
DROP INDEX "Credential_workspaceId_createdAt_id_idx";
DROP INDEX "Credential_workspaceId_connectorId_createdAt_id_idx";

-- What lists walk along: without the deleted ones, whatever their number. Prisma knows no partial indexes, and none
-- over expressions, and leaves them alone.
CREATE INDEX "Credential_newest_idx" ON "Credential" ("workspaceId", "createdAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL;
CREATE INDEX "Credential_newest_by_connector_idx" ON "Credential" ("workspaceId", "connectorId", "createdAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL;
CREATE INDEX "Credential_newest_by_status_idx" ON "Credential" ("workspaceId", "status", "createdAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL;
CREATE INDEX "Credential_newest_by_owner_idx" ON "Credential" ("workspaceId", "ownerId", "createdAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL;
CREATE INDEX "Credential_name_idx" ON "Credential" ("workspaceId", "nameKey")
  WHERE "deletedAt" IS NULL;
CREATE INDEX "Credential_unused_idx" ON "Credential" ("workspaceId", "unusedSince")
  WHERE "deletedAt" IS NULL AND "unusedSince" IS NOT NULL;

-- Search by the beginnings of words. The words are made and folded by the app, so that no locale of a database has a
-- say. The expression has to stay the one that credential-list-repository.ts asks with. Without the list of pending
-- entries: the embedded database never tidies it up, and every search would read all of it.
CREATE INDEX "Credential_search_idx" ON "Credential" USING GIN (array_to_tsvector(string_to_array("searchText", ' ')))
  WITH (fastupdate = off) WHERE "deletedAt" IS NULL;

-- Finds what is not folded yet, which is nothing but for a moment after this migration.
CREATE INDEX "Credential_not_folded_idx" ON "Credential" ("id") WHERE "searchText" IS NULL;
