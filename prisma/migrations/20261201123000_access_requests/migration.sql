-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "accessRequestId" TEXT,
ADD COLUMN     "personName" VARCHAR(1000),
ADD COLUMN     "wants" VARCHAR(32);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "wants" VARCHAR(32) NOT NULL,
    "note" VARCHAR(2240) NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccessRequest_workspaceId_userId_wants_key" ON "AccessRequest"("workspaceId", "userId", "wants");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_accessRequestId_key" ON "Notice"("accessRequestId");

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Member"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_accessRequestId_fkey" FOREIGN KEY ("accessRequestId") REFERENCES "AccessRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;
