import "server-only";
import { PASSWORD } from "@/lib/auth/password/password-repository";
import { OIDC_PROVIDER } from "@/lib/auth/sso/oidc-repository";
import { inTransaction, type Transaction } from "@/lib/platform/database";

/** What someone showed to be let in, as it was stored when it was looked at. */
export type WayIn =
  | { way: "password"; hash: string }
  | { way: "passkey"; passkeyId: string }
  | { way: "single-sign-on"; accountId: string };

function countWays(tx: Transaction, userId: string, shown: WayIn): Promise<number> {
  if (shown.way === "passkey") return tx.passkey.count({ where: { id: shown.passkeyId, userId } });
  const { account } = tx;
  if (shown.way === "password") return account.count({ where: { userId, providerId: PASSWORD, password: shown.hash } });
  return account.count({ where: { userId, providerId: OIDC_PROVIDER, accountId: shown.accountId } });
}

/**
 * Whether this still opens the account. Waits for whatever has the person's row to itself at the moment: a password that
 * is being set, or the first proof of the address, which take ways in away.
 */
export async function isStillWayIn(userId: string, shown: WayIn): Promise<boolean> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    return (await countWays(tx, userId, shown)) > 0;
  });
}
