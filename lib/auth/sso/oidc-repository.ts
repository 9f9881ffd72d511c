import "server-only";
import { proveAddressIn } from "@/lib/auth/account/address-proof-repository";
import { recordForPerson } from "@/lib/auth/person-audit-repository";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";

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
  const person = { userId, name: user.name, peer };
  try {
    return await inTransaction(async (tx) => {
      // Two at the same moment queue here.
      await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
      const before = await tx.account.findFirst({
        where: { userId, providerId: OIDC_PROVIDER, accountId: { startsWith: `${issuer} ` } },
        select: { accountId: true },
      });
      if (before) return before.accountId === accountId ? userId : "taken";
      await proveAddressIn(tx, person);
      await tx.account.create({ data: { id: randomId(), userId, providerId: OIDC_PROVIDER, accountId } });
      await recordForPerson(tx, person, "single-sign-on.tied");
      return userId;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}
