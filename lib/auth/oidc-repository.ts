import "server-only";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import { recordForPerson } from "./person-audit-repository";

export const OIDC_PROVIDER = "oidc";

/** Whose account it is that a person of the provider is tied to. */
export async function findOidcUser(accountId: string): Promise<string | undefined> {
  const account = await (await prisma()).account.findUnique({
    where: { providerId_accountId: { providerId: OIDC_PROVIDER, accountId } },
    select: { userId: true },
  });
  return account?.userId;
}

/** Whether the account is tied to anyone of the provider. */
export async function hasOidcAccount(userId: string): Promise<boolean> {
  return (await (await prisma()).account.count({ where: { userId, providerId: OIDC_PROVIDER } })) > 0;
}

/**
 * At the first proof of an account's address, everything goes that was set up without one: whoever had an invitation
 * link may have made the account in someone else's name, and would have stayed in it beside them.
 */
async function keepOnlyProven(tx: Transaction, userId: string): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, emailVerified: false },
    data: { emailVerified: true },
  });
  if (count === 0) return;
  await tx.session.deleteMany({ where: { userId } });
  await tx.account.deleteMany({ where: { userId } });
  await tx.passkey.deleteMany({ where: { userId } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false }, select: { id: true } });
}

type Tie = { accountId: string; email: string; peer: string | undefined };

/**
 * Ties a person of the provider to the account with their verified address, once. Undefined where no account has it;
 * "taken" where the account is tied to another person of the same provider: an address that someone had before.
 */
export async function tieOidcAccount({ accountId, email, peer }: Tie): Promise<string | "taken" | undefined> {
  const user = await (await prisma()).user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (!user) return undefined;
  const [issuer] = accountId.split(" ");
  const userId = user.id;
  try {
    return await inTransaction(async (tx) => {
      // Two at the same moment queue here.
      await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
      const before = await tx.account.findFirst({
        where: { userId, providerId: OIDC_PROVIDER, accountId: { startsWith: `${issuer} ` } },
        select: { accountId: true },
      });
      if (before) return before.accountId === accountId ? userId : "taken";
      await keepOnlyProven(tx, userId);
      await tx.account.create({ data: { id: randomId(), userId, providerId: OIDC_PROVIDER, accountId } });
      await recordForPerson(tx, { userId, name: user.name, peer }, "single-sign-on.tied");
      return userId;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}
