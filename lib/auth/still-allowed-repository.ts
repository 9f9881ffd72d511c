import "server-only";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "./actor";
import { Denied, type Operation, permissions } from "./permissions";

/**
 * The membership that a write rests on, held as it is until the transaction ends; no row where it does not allow the
 * operation any more. The workspace's row first, as whoever changes memberships takes it: so neither waits for the
 * other for ever, and a removal that waited sees what was written. Undefined for a job, which is no member.
 */
export function stillAllowed(actor: Actor, operation: Operation): Prisma.Sql | undefined {
  if (actor.kind === "job") return undefined;
  return Prisma.sql`
    SELECT 1 FROM "Workspace" w JOIN "Member" m ON m."workspaceId" = w."id"
    WHERE w."id" = ${actor.workspaceId} AND m."workspaceId" = ${actor.workspaceId} AND m."userId" = ${actor.userId}
      AND m."role" = ANY(${[...permissions[operation]]})
    FOR KEY SHARE OF w FOR SHARE OF m`;
}

/**
 * The transaction of every use case that asked a provider before: seconds went by, in which its actor may have been
 * removed, or given another role. Then nothing is written. Throws `Denied`.
 */
export async function inTransactionOf<T>(
  actor: Actor,
  operation: Operation,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const membership = stillAllowed(actor, operation);
  return inTransaction(async (tx) => {
    if (membership && (await tx.$queryRaw<unknown[]>(membership)).length === 0) throw new Denied(actor, operation);
    return work(tx);
  });
}
