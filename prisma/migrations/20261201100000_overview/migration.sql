-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "checklistClosedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Read_workspaceId_startedAt_id_idx" ON "Read"("workspaceId", "startedAt" DESC, "id" DESC);
