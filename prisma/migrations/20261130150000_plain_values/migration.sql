-- The values of a version that are no secret, beside what is sealed.
-- AlterTable
ALTER TABLE "CredentialVersion" ADD COLUMN     "plainValues" JSONB NOT NULL DEFAULT '{}';
