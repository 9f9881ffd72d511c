import "server-only";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { Prisma } from "@/prisma/generated/client";
import { type Actor, personIdOf, type TokenHolder } from "./actor";
import { Denied, type Operation, permissions } from "./permissions";

/** The token and the very value of it that was shown, held like the membership: whoever revokes or rotates it waits. */
function stillHeld({ workspaceId, tokenId, valueHash }: TokenHolder, operation: Operation) {
  const now = new Date();
  return {
    joined: Prisma.sql`
      JOIN "Token" t ON t."workspaceId" = w."id" AND t."makerId" = m."userId"
      JOIN "TokenValue" v ON v."tokenId" = t."id"`,
    holds: Prisma.sql`
      AND t."workspaceId" = ${workspaceId} AND t."id" = ${tokenId} AND v."hash" = ${valueHash}
      AND t."revokedAt" IS NULL AND (t."expiresAt" IS NULL OR t."expiresAt" > ${now})
      AND (v."endsAt" IS NULL OR v."endsAt" > ${now}) AND ${operation} = ANY(t."scopes")`,
    locked: Prisma.sql`FOR SHARE OF t FOR SHARE OF v`,
  };
}

const OF_A_PERSON = { joined: Prisma.empty, holds: Prisma.empty, locked: Prisma.empty };

/**
 * The membership that a write rests on, and the token where it is one's, held as they are until the transaction ends; no
 * row where they do not allow the operation any more. The workspace's row first, as whoever changes memberships takes
 * it: so neither waits for the other for ever, and a removal that waited sees what was written. Undefined for a job,
 * which is no member.
 */
export function stillAllowed(actor: Actor, operation: Operation): Prisma.Sql | undefined {
  if (actor.kind === "job") return undefined;
  const { joined, holds, locked } = actor.kind === "token" ? stillHeld(actor, operation) : OF_A_PERSON;
  return Prisma.sql`
    SELECT 1 FROM "Workspace" w JOIN "Member" m ON m."workspaceId" = w."id" ${joined}
    WHERE w."id" = ${actor.workspaceId} AND m."workspaceId" = ${actor.workspaceId} AND m."userId" = ${personIdOf(actor)}
      AND m."role" = ANY(${[...permissions[operation]]}) ${holds}
    FOR KEY SHARE OF w FOR SHARE OF m ${locked}`;
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
