-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "secondStep" VARCHAR(16);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "needsSecondFactor" BOOLEAN NOT NULL DEFAULT false;

-- What the sessions of before have shown, as far as it follows from their account: with an app they were asked for a
-- code, and without a password they came through a provider or by a passkey.
UPDATE "Session" s SET "secondStep" = 'app' FROM "User" u WHERE u."id" = s."userId" AND u."twoFactorEnabled";
UPDATE "Session" s SET "secondStep" = 'provider' WHERE s."secondStep" IS NULL AND NOT EXISTS (
  SELECT 1 FROM "Account" a WHERE a."userId" = s."userId" AND a."password" IS NOT NULL
);
