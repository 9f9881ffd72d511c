import "server-only";
import { preparedWrite } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** Has a credential verified next: a read with it was refused. Not where it is known to fail already. */
export async function markDue(workspaceId: string, id: string): Promise<void> {
  await preparedWrite(Prisma.sql`
    UPDATE "Credential" SET "nextCheckAt" = ${new Date()}
    WHERE "workspaceId" = ${workspaceId} AND "id" = ${id} AND "deletedAt" IS NULL AND "status" <> 'FAILED'
      AND ("nextCheckAt" IS NULL OR "nextCheckAt" > ${new Date()})`);
}
