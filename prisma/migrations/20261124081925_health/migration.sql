-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "checkLease" VARCHAR(64),
ADD COLUMN     "failedAt" TIMESTAMP(3),
ADD COLUMN     "nextCheckAt" TIMESTAMP(3),
ADD COLUMN     "refusedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "noticesReadAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "WorkspaceSettings" (
    "workspaceId" TEXT NOT NULL,
    "checkEveryMinutes" INTEGER,
    "webhookUrl" VARCHAR(2000),
    "webhookSecretVersion" INTEGER NOT NULL DEFAULT 1,
    "emailNotices" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkspaceSettings_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "CredentialCheck" (
    "id" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trigger" VARCHAR(16) NOT NULL,
    "actorId" TEXT NOT NULL,
    "outcome" VARCHAR(32) NOT NULL,
    "status" "CredentialStatus" NOT NULL,
    "durationMs" INTEGER NOT NULL,

    CONSTRAINT "CredentialCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderHost" (
    "host" VARCHAR(255) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "openUntil" TIMESTAMP(3),
    "outcome" VARCHAR(32),
    "windowIndex" INTEGER,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "nextSlotAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProviderHost_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" VARCHAR(64) NOT NULL,
    "credentialId" TEXT NOT NULL,
    "credentialName" VARCHAR(1000) NOT NULL,
    "connectorId" TEXT NOT NULL,
    "wasVerified" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "noticeId" TEXT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "target" VARCHAR(2000) NOT NULL,
    "dueAt" TIMESTAMP(3),
    "lease" VARCHAR(64),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "deliveredAt" TIMESTAMP(3),
    "lastResult" VARCHAR(64),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CredentialCheck_credentialId_at_id_idx" ON "CredentialCheck"("credentialId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CredentialCheck_at_idx" ON "CredentialCheck"("at");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "Notice_workspaceId_at_id_idx" ON "Notice"("workspaceId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_dueAt_idx" ON "Delivery"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_noticeId_channel_target_key" ON "Delivery"("noticeId", "channel", "target");

-- CreateIndex
CREATE INDEX "Credential_nextCheckAt_idx" ON "Credential"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "WorkspaceSettings" ADD CONSTRAINT "WorkspaceSettings_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialCheck" ADD CONSTRAINT "CredentialCheck_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Credentials that are there already come into the schedule, spread over a day.
UPDATE "Credential" SET "nextCheckAt" = CURRENT_TIMESTAMP + random() * interval '1 day';
