-- What the name of a credential or data source looks like. Null in rows of before until the worker made it, and where
-- the credential is deleted: nulls are unlike each other.
-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "lookKey" VARCHAR(64);

-- AlterTable
ALTER TABLE "DataSource" ADD COLUMN     "lookKey" VARCHAR(64);

-- CreateIndex
CREATE UNIQUE INDEX "Credential_workspaceId_lookKey_key" ON "Credential"("workspaceId", "lookKey");

-- CreateIndex
CREATE UNIQUE INDEX "DataSource_workspaceId_lookKey_key" ON "DataSource"("workspaceId", "lookKey");
