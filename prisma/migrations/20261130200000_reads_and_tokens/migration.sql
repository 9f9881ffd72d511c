-- Programs read data sources with tokens, and each read leaves a row.
-- CreateEnum
CREATE TYPE "ReadState" AS ENUM ('RUNNING', 'COMPLETE', 'FAILED', 'LEFT', 'LOST');

-- CreateTable
CREATE TABLE "ProviderBudget" (
    "host" VARCHAR(255) NOT NULL,
    "credential" VARCHAR(64) NOT NULL,
    "windowIndex" INTEGER NOT NULL,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "reads" INTEGER NOT NULL DEFAULT 0,
    "nextSlotAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProviderBudget_pkey" PRIMARY KEY ("host","credential")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "makerId" TEXT NOT NULL,
    "name" VARCHAR(1000) NOT NULL,
    "scopes" TEXT[],
    "everySource" BOOLEAN NOT NULL,
    "sourceIds" TEXT[],
    "expiresAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMP(3),
    "revokedById" TEXT,
    "notedAt" TIMESTAMP(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenValue" (
    "hash" VARCHAR(64) NOT NULL,
    "tokenId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "hint" VARCHAR(8) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMP(3),
    "usedAt" TIMESTAMP(3),
    "usedFrom" VARCHAR(64),

    CONSTRAINT "TokenValue_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Read" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "dataSourceId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "connectorId" TEXT NOT NULL,
    "endpointId" VARCHAR(64) NOT NULL,
    "actorId" TEXT NOT NULL,
    "asks" VARCHAR(64) NOT NULL,
    "door" VARCHAR(16) NOT NULL,
    "state" "ReadState" NOT NULL,
    "reason" VARCHAR(32),
    "behind" VARCHAR(200),
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMP(3),
    "records" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "hidden" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touchedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),
    "resume" TIMESTAMP(3),

    CONSTRAINT "Read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadCheckpoint" (
    "readId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "records" INTEGER NOT NULL,
    "cursor" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadCheckpoint_pkey" PRIMARY KEY ("workspaceId","readId","records")
);

-- CreateIndex
CREATE INDEX "ProviderBudget_updatedAt_idx" ON "ProviderBudget"("updatedAt");

-- CreateIndex
CREATE INDEX "Token_workspaceId_createdAt_id_idx" ON "Token"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Token_workspaceId_makerId_idx" ON "Token"("workspaceId", "makerId");

-- CreateIndex
CREATE INDEX "Token_makerId_idx" ON "Token"("makerId");

-- CreateIndex
CREATE INDEX "TokenValue_workspaceId_tokenId_idx" ON "TokenValue"("workspaceId", "tokenId");

-- CreateIndex
CREATE INDEX "TokenValue_tokenId_idx" ON "TokenValue"("tokenId");

-- CreateIndex
CREATE INDEX "Read_workspaceId_dataSourceId_startedAt_id_idx" ON "Read"("workspaceId", "dataSourceId", "startedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Read_dataSourceId_idx" ON "Read"("dataSourceId");

-- CreateIndex
CREATE INDEX "Read_state_touchedAt_idx" ON "Read"("state", "touchedAt");

-- CreateIndex
CREATE INDEX "Read_startedAt_idx" ON "Read"("startedAt");

-- CreateIndex
CREATE INDEX "ReadCheckpoint_readId_idx" ON "ReadCheckpoint"("readId");

-- CreateIndex
CREATE INDEX "ReadCheckpoint_at_idx" ON "ReadCheckpoint"("at");

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TokenValue" ADD CONSTRAINT "TokenValue_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Read" ADD CONSTRAINT "Read_dataSourceId_fkey" FOREIGN KEY ("dataSourceId") REFERENCES "DataSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadCheckpoint" ADD CONSTRAINT "ReadCheckpoint_readId_fkey" FOREIGN KEY ("readId") REFERENCES "Read"("id") ON DELETE CASCADE ON UPDATE CASCADE;

