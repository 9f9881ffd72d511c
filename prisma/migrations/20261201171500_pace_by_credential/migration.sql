-- AlterTable
ALTER TABLE "ProviderBudget" ADD COLUMN     "nextCheckAt" TIMESTAMP(3);
