-- How many data sources use a credential, so that no list counts them.
-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "sourceCount" INTEGER NOT NULL DEFAULT 0;

UPDATE "Credential" SET "sourceCount" = used."count"
FROM (SELECT "credentialId", count(*)::int AS "count" FROM "DataSource" GROUP BY "credentialId") AS used
WHERE "Credential"."id" = used."credentialId";
