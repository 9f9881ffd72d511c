import "server-only";
import { inTransaction, prisma } from "@/lib/platform/database";
import type { StoredPassword } from "./password-repository";
import { type AuditedPerson, recordForPerson } from "./person-audit-repository";

/** The secret of someone's authenticator app, encrypted. */
export async function findAuthenticatorSecret(userId: string): Promise<string | undefined> {
  return (await (await prisma()).twoFactor.findUnique({ where: { userId }, select: { secret: true } }))?.secret;
}

/** False where a code of this time step, or of a later one, was taken before: of many at the same moment one is. */
export async function takeStep(userId: string, step: number): Promise<boolean> {
  const where = { userId, lastStep: { lt: step } };
  const { count } = await (await prisma()).twoFactor.updateMany({ where, data: { lastStep: step } });
  return count === 1;
}

/**
 * Takes the app away, and writes it down. "overtaken" where the session ended or another password was set while theirs was
 * being checked: what they showed counts no more.
 */
export async function deleteAuthenticator(
  person: AuditedPerson & { sessionId: string },
  { accountId, hash }: StoredPassword,
): Promise<"deleted" | "none" | "overtaken"> {
  const { userId, sessionId } = person;
  return inTransaction(async (tx) => {
    // Behind a password that is being set, as a new session and a new passkey are.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const isTheirs = await tx.session.count({ where: { id: sessionId, userId } });
    const isStillPassword = await tx.account.count({ where: { id: accountId, password: hash } });
    if (isTheirs === 0 || isStillPassword === 0) return "overtaken";
    const where = { id: userId, twoFactorEnabled: true };
    const { count } = await tx.user.updateMany({ where, data: { twoFactorEnabled: false } });
    if (count === 0) return "none";
    await tx.twoFactor.deleteMany({ where: { userId } });
    await recordForPerson(tx, person, "authenticator.removed");
    return "deleted";
  });
}
