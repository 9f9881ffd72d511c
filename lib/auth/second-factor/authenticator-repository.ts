import "server-only";
import { forgetSecondStepIn } from "@/lib/auth/account/session-repository";
import type { StoredPassword } from "@/lib/auth/password/password-repository";
import { type AuditedPerson, recordForPerson } from "@/lib/auth/person-audit-repository";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { owesSecondStepIn } from "./own-second-step-repository";

/** The secret of someone's authenticator app, encrypted. */
export async function findAuthenticatorSecret(userId: string): Promise<string | undefined> {
  return (await (await prisma()).twoFactor.findUnique({ where: { userId }, select: { secret: true } }))?.secret;
}

/** Someone's backup codes, encrypted, of an app that is set up. */
export async function findBackupCodes(userId: string): Promise<string | undefined> {
  const where = { userId, verified: true };
  return (await (await prisma()).twoFactor.findFirst({ where, select: { backupCodes: true } }))?.backupCodes;
}

/** False where a code of this time step, or of a later one, was taken before: of many at the same moment one is. */
export async function takeStep(userId: string, step: number): Promise<boolean> {
  const where = { userId, lastStep: { lt: step } };
  const { count } = await (await prisma()).twoFactor.updateMany({ where, data: { lastStep: step } });
  return count === 1;
}

type SignedIn = AuditedPerson & { sessionId: string };

/** "overtaken": the session ended, or the password that they showed is theirs no more. */
type Stopped = "overtaken" | "without-own";

/**
 * Behind a password that is being set, as a new session and a new passkey are. "without-own" where the account got a
 * second step that this session has not shown.
 */
async function whileSignedIn<T>(
  { userId, sessionId }: SignedIn,
  password: StoredPassword | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | Stopped> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    if ((await tx.session.count({ where: { id: sessionId, userId } })) === 0) return "overtaken";
    const where = password && { id: password.accountId, password: password.hash };
    if (where && (await tx.account.count({ where })) === 0) return "overtaken";
    if (await owesSecondStepIn(tx, { userId, sessionId })) return "without-own";
    return work(tx);
  });
}

export type NewAuthenticator = { secret: string; backupCodes: string };

/** Keeps an app that asks for nothing before a code of it was shown, in place of one that was begun before. */
export function beginAuthenticator(
  person: SignedIn,
  password: StoredPassword,
  made: NewAuthenticator,
): Promise<"begun" | "on" | Stopped> {
  const { userId } = person;
  return whileSignedIn(person, password, async (tx) => {
    if ((await tx.user.count({ where: { id: userId, twoFactorEnabled: true } })) > 0) return "on";
    const data = { ...made, verified: false };
    await tx.twoFactor.upsert({
      where: { userId },
      create: { id: randomId(), userId, ...data },
      update: data,
      select: { id: true },
    });
    return "begun";
  });
}

/** Turns on the app whose code was shown, and writes it down. "none" where it is on, gone, or another one by now. */
export function addAuthenticator(person: SignedIn, secret: string): Promise<"added" | "none" | Stopped> {
  const { userId } = person;
  return whileSignedIn(person, undefined, async (tx) => {
    const isOff = { twoFactorEnabled: false, emailVerified: true };
    const where = { userId, secret, user: isOff };
    const { count } = await tx.twoFactor.updateMany({ where, data: { verified: true } });
    if (count === 0) return "none";
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true }, select: { id: true } });
    // Its code was shown in this session.
    await tx.session.updateMany({ where: { id: person.sessionId, userId }, data: { secondStep: "app" } });
    await recordForPerson(tx, person, "authenticator.added");
    return "added";
  });
}

/** Takes the app away, and writes it down. */
export function deleteAuthenticator(person: SignedIn, password: StoredPassword): Promise<"deleted" | "none" | Stopped> {
  const { userId } = person;
  return whileSignedIn(person, password, async (tx) => {
    const where = { id: userId, twoFactorEnabled: true };
    const { count } = await tx.user.updateMany({ where, data: { twoFactorEnabled: false } });
    if (count === 0) return "none";
    await tx.twoFactor.deleteMany({ where: { userId } });
    await forgetSecondStepIn(tx, userId, "app");
    await recordForPerson(tx, person, "authenticator.removed");
    return "deleted";
  });
}

/** Puts other backup codes in the place of all that were there, and writes it down. */
export function replaceBackupCodes(person: SignedIn, backupCodes: string): Promise<"replaced" | "none" | Stopped> {
  const { userId } = person;
  return whileSignedIn(person, undefined, async (tx) => {
    const where = { userId, verified: true, user: { twoFactorEnabled: true } };
    const { count } = await tx.twoFactor.updateMany({ where, data: { backupCodes } });
    if (count === 0) return "none";
    await recordForPerson(tx, person, "authenticator.codes-renewed");
    return "replaced";
  });
}
