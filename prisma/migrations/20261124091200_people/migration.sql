-- No version before this one could invite anyone: the table is empty.
-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "tokenHash" VARCHAR(64) NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");
