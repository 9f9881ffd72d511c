-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "deletedAt" TIMESTAMP(3),
ADD COLUMN     "deletedById" TEXT,
ADD COLUMN     "fingerprint" VARCHAR(64),
ADD COLUMN     "identityFingerprint" VARCHAR(64);

-- AlterTable
ALTER TABLE "CredentialVersion" ADD COLUMN     "destroyedAt" TIMESTAMP(3),
ADD COLUMN     "replacedAt" TIMESTAMP(3),
ALTER COLUMN "sealed" DROP NOT NULL,
ALTER COLUMN "keyId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "WorkspaceSettings" ADD COLUMN     "versionRetentionDays" INTEGER NOT NULL DEFAULT 30;

-- CreateIndex
CREATE INDEX "Credential_workspaceId_fingerprint_idx" ON "Credential"("workspaceId", "fingerprint");

-- CreateIndex
CREATE INDEX "Credential_workspaceId_identityFingerprint_idx" ON "Credential"("workspaceId", "identityFingerprint");

-- CreateIndex
CREATE INDEX "Credential_deletedAt_idx" ON "Credential"("deletedAt");

-- CreateIndex
CREATE INDEX "CredentialVersion_replacedAt_idx" ON "CredentialVersion"("replacedAt");


-- What was replaced before this version kept no time of it: it is that of the next version.
UPDATE "CredentialVersion" v SET "replacedAt" = n."createdAt"
FROM "Credential" c, "CredentialVersion" n
WHERE c."id" = v."credentialId" AND v."number" < c."activeVersion"
  AND n."credentialId" = v."credentialId" AND n."number" = v."number" + 1;

-- A destroyed version has neither ciphertext nor key, and one that is kept has both.
ALTER TABLE "CredentialVersion" ADD CONSTRAINT "CredentialVersion_destroyed_check"
  CHECK (("sealed" IS NULL) = ("destroyedAt" IS NOT NULL) AND ("keyId" IS NULL) = ("destroyedAt" IS NOT NULL));
