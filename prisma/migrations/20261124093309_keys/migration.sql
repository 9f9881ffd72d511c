-- CreateTable
CREATE TABLE "KnownKey" (
    "id" VARCHAR(64) NOT NULL,
    "purpose" VARCHAR(16) NOT NULL,
    "source" VARCHAR(1000) NOT NULL,
    "canary" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activatedAt" TIMESTAMP(3),
    "backupConfirmedAt" TIMESTAMP(3),
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "KnownKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyRotation" (
    "id" TEXT NOT NULL,
    "running" VARCHAR(16),
    "keyId" VARCHAR(64) NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "total" INTEGER NOT NULL,
    "resealed" INTEGER NOT NULL DEFAULT 0,
    "workedMs" INTEGER NOT NULL DEFAULT 0,
    "unreadable" JSONB NOT NULL DEFAULT '[]',
    "afterId" TEXT NOT NULL DEFAULT '',
    "afterNumber" INTEGER NOT NULL DEFAULT 0,
    "lease" VARCHAR(64),
    "leaseUntil" TIMESTAMP(3),

    CONSTRAINT "KeyRotation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KnownKey_purpose_idx" ON "KnownKey"("purpose");

-- CreateIndex
CREATE UNIQUE INDEX "KeyRotation_running_key" ON "KeyRotation"("running");

-- CreateIndex
CREATE INDEX "KeyRotation_startedAt_idx" ON "KeyRotation"("startedAt");

-- A key is retired where no row names it. A save that is under way holds the key's row until it ends, and one that comes
-- later is refused: nothing is ever sealed with a key that is about to be thrown away.
CREATE FUNCTION "refuseRetiredKey"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE retired TIMESTAMP(3);
BEGIN
  SELECT "retiredAt" INTO retired FROM "KnownKey" WHERE "id" = NEW."keyId" FOR SHARE;
  IF retired IS NOT NULL THEN
    RAISE EXCEPTION 'the key % is retired', NEW."keyId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "refuseRetiredKey" BEFORE INSERT OR UPDATE OF "keyId" ON "CredentialVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuseRetiredKey"();
