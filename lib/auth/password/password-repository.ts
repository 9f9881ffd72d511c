import "server-only";
import { proveAddressIn } from "@/lib/auth/account/address-proof-repository";
import { forgetFirstStepsIn } from "@/lib/auth/first-step-repository";
import { type AuditedPerson, recordForPerson } from "@/lib/auth/person-audit-repository";
import { OIDC_PROVIDER } from "@/lib/auth/sso/oidc-repository";
import { inTransaction, prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import type { ResetLink } from "./reset-link";

export const PASSWORD = "credential";

export type StoredPassword = { accountId: string; userId: string; hash: string };

export async function findPasswordOf(email: string): Promise<StoredPassword | undefined> {
  const account = await (await prisma()).account.findFirst({
    where: { providerId: PASSWORD, user: { email } },
    select: { id: true, userId: true, password: true },
  });
  if (!account?.password) return undefined;
  return { accountId: account.id, userId: account.userId, hash: account.password };
}

/** The hash of someone's password, where they have one. */
export async function findHashOf(userId: string): Promise<string | undefined> {
  const where = { userId, providerId: PASSWORD };
  return (await (await prisma()).account.findFirst({ where, select: { password: true } }))?.password ?? undefined;
}

/** The same password under a new hash. What is stored then: something else where it was changed meanwhile. */
export async function replacePasswordHash(accountId: string, before: string, after: string): Promise<string | null> {
  const { account } = await prisma();
  const { count } = await account.updateMany({ where: { id: accountId, password: before }, data: { password: after } });
  if (count > 0) return after;
  return (await account.findUnique({ where: { id: accountId }, select: { password: true } }))?.password ?? null;
}

/** A9: sets the password of one's own account and ends every other session. False where it was changed meanwhile. */
export async function changePasswordRow(
  person: AuditedPerson & { sessionId: string },
  before: string,
  after: string,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { userId, sessionId } = person;
    // A session that is being made refers to this row and waits, or is there already and ends below.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const { count } = await tx.account.updateMany({
      where: { userId, providerId: PASSWORD, password: before },
      data: { password: after },
    });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await forgetFirstStepsIn(tx, userId);
    await recordForPerson(tx, person, "password.changed");
    return true;
  });
}

/** Whether a link can still set a password: there is such an account, and its password is older than the link. */
export async function isUnused({ email, issuedAt }: ResetLink): Promise<boolean> {
  const accounts = { none: { providerId: PASSWORD, updatedAt: { gte: issuedAt } } };
  return (await (await prisma()).user.count({ where: { email, accounts } })) > 0;
}

type Reset = ResetLink & { hash: string; peer: string | undefined };

/**
 * Sets a new password by a link and ends every session. False where nobody has this address, or where the password was
 * set after the link was made: that is what makes a link work once.
 */
export async function resetPasswordRow({ email, issuedAt, hash, dropSecondFactors, peer }: Reset): Promise<boolean> {
  return inTransaction(async (tx) => {
    // Of two uses at the same moment the second waits here, and then finds a password newer than its link. A session
    // that is being made waits too.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "email" = ${email} FOR UPDATE`;
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, name: true } });
    if (!user) return false;
    const userId = user.id;
    const account = await tx.account.findFirst({ where: { userId, providerId: PASSWORD } });
    if (account && account.updatedAt >= issuedAt) return false;
    const person = { userId, name: user.name, peer };
    // A mailed link went to the address, one of the operator to whom they know to have it.
    await proveAddressIn(tx, person);
    const data = { password: hash, updatedAt: new Date() };
    const { count } = await tx.account.updateMany({ where: { userId, providerId: PASSWORD }, data });
    if (count === 0)
      await tx.account.create({ data: { id: randomId(), accountId: userId, providerId: PASSWORD, userId, ...data } });
    await tx.session.deleteMany({ where: { userId } });
    await forgetFirstStepsIn(tx, userId);
    if (dropSecondFactors) {
      await tx.twoFactor.deleteMany({ where: { userId } });
      await tx.passkey.deleteMany({ where: { userId } });
      await tx.account.deleteMany({ where: { userId, providerId: OIDC_PROVIDER } });
      await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
    }
    await recordForPerson(tx, person, "password.reset");
    return true;
  });
}

/** Whether the person signs in with a password at all: one who came by single sign-on has none. */
export async function hasPassword(userId: string): Promise<boolean> {
  const count = await (await prisma()).account.count({
    where: { userId, providerId: PASSWORD, password: { not: null } },
  });
  return count > 0;
}
