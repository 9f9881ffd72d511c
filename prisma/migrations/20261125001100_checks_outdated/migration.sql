-- AlterTable
ALTER TABLE "WorkspaceSettings" ADD COLUMN     "checksOutdated" BOOLEAN NOT NULL DEFAULT false;
