-- What was known of hosts that fail is forgotten: the next checks find out again.
-- AlterTable
ALTER TABLE "ProviderHost" DROP COLUMN "failures",
DROP COLUMN "failingSince",
DROP COLUMN "openUntil",
DROP COLUMN "outcome";

-- CreateTable
CREATE TABLE "ProviderCircuit" (
    "host" VARCHAR(255) NOT NULL,
    "credential" VARCHAR(64) NOT NULL DEFAULT '',
    "failures" INTEGER NOT NULL,
    "failing" TEXT[],
    "failingSince" TIMESTAMP(3) NOT NULL,
    "failedAt" TIMESTAMP(3) NOT NULL,
    "openUntil" TIMESTAMP(3),
    "probedAt" TIMESTAMP(3),

    CONSTRAINT "ProviderCircuit_pkey" PRIMARY KEY ("host","credential")
);
