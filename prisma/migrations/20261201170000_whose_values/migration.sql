-- AlterTable
ALTER TABLE "CredentialVersion" ADD COLUMN     "whoseOf" VARCHAR(6),
ADD COLUMN     "whoseText" VARCHAR(80);
