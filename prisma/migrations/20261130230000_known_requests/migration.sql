-- CreateTable
CREATE TABLE "KnownRequest" (
    "workspaceId" VARCHAR(64) NOT NULL,
    "actorId" VARCHAR(80) NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "operation" VARCHAR(64) NOT NULL,
    "bodyHash" VARCHAR(64) NOT NULL,
    "formId" VARCHAR(64) NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "subjectId" VARCHAR(64),

    CONSTRAINT "KnownRequest_pkey" PRIMARY KEY ("workspaceId","actorId","key")
);

-- CreateIndex
CREATE INDEX "KnownRequest_startedAt_idx" ON "KnownRequest"("startedAt");
