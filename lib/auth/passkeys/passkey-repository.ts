import "server-only";
import { forgetSecondStepIn } from "@/lib/auth/account/session-repository";
import { type AuditedPerson, recordForPerson } from "@/lib/auth/person-audit-repository";
import { owesSecondStepIn } from "@/lib/auth/second-factor/own-second-step-repository";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import type { Prisma } from "@/prisma/generated/client";

/** Of one account. */
export const PASSKEYS_MAX = 20;

const key = { id: true, userId: true, credentialId: true, publicKey: true, counter: true, transports: true } as const;

/** `credentialId` and `publicKey` are base64url. */
export type StoredPasskey = Prisma.PasskeyGetPayload<{ select: typeof key }>;

export async function listPasskeyRows(userId: string) {
  return (await prisma()).passkey.findMany({
    where: { userId },
    select: { ...key, name: true, synced: true, createdAt: true, usedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: PASSKEYS_MAX,
  });
}

/** Of an account whose address was proven: a version of before took passkeys of others too. */
const isProven = { user: { emailVerified: true } };

export async function findPasskey(credentialId: string): Promise<(StoredPasskey & { email: string }) | undefined> {
  const row = await (await prisma()).passkey.findUnique({
    where: { credentialId, ...isProven },
    select: { ...key, user: { select: { email: true } } },
  });
  if (!row) return undefined;
  const { user, ...passkey } = row;
  return { ...passkey, email: user.email };
}

export async function hasPasskey(userId: string): Promise<boolean> {
  return (await (await prisma()).passkey.count({ where: { userId, ...isProven } })) > 0;
}

export type NewPasskey = Omit<StoredPasskey, "id" | "userId"> & { name: string; synced: boolean };

/**
 * False where the account has as many as it may, someone has this one, it got a second step meanwhile that this session
 * has not shown, or the session ended: by a new password, say, which takes along what was set up before it.
 */
export async function insertPasskey(
  person: AuditedPerson & { sessionId: string },
  passkey: NewPasskey,
): Promise<boolean> {
  const { userId } = person;
  try {
    return await inTransaction(async (tx) => {
      // Counted one after the other, and behind a password that is being set.
      await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
      const session = { id: person.sessionId, userId, user: { emailVerified: true } };
      if ((await tx.session.count({ where: session })) === 0) return false;
      if (await owesSecondStepIn(tx, person)) return false;
      if ((await tx.passkey.count({ where: { userId } })) >= PASSKEYS_MAX) return false;
      await tx.passkey.create({ data: { id: randomId(), userId, ...passkey }, select: { id: true } });
      // It was shown in this session, with the person verified.
      const without = { id: person.sessionId, userId, secondStep: null };
      await tx.session.updateMany({ where: without, data: { secondStep: "passkey" } });
      await recordForPerson(tx, person, "passkey.added");
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** False where it is not theirs, or gone. */
export async function renamePasskeyRow(person: AuditedPerson, id: string, name: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id, userId: person.userId }, data: { name } });
    if (count > 0) await recordForPerson(tx, person, "passkey.renamed");
    return count > 0;
  });
}

/** "none" where it is not theirs, or gone already; "without-own" as with an authenticator app. */
export async function deletePasskey(
  person: AuditedPerson & { sessionId: string },
  id: string,
): Promise<"deleted" | "none" | "without-own"> {
  const { userId } = person;
  return inTransaction(async (tx) => {
    // One after the other, so that one of them sees that it was the last.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    if (await owesSecondStepIn(tx, person)) return "without-own";
    const { count } = await tx.passkey.deleteMany({ where: { id, userId } });
    if (count === 0) return "none";
    if ((await tx.passkey.count({ where: { userId } })) === 0) await forgetSecondStepIn(tx, userId, "passkey");
    await recordForPerson(tx, person, "passkey.removed");
    return "deleted";
  });
}

/**
 * Writes down a use. False where the counter does not go up, as it would with a copy, or where another use came between.
 * A device that does not count says 0 each time.
 */
export async function advancePasskey({ id, counter }: StoredPasskey, newCounter: number): Promise<boolean> {
  if ((newCounter > 0 || counter > 0) && newCounter <= counter) return false;
  const { count } = await (await prisma()).passkey.updateMany({
    where: { id, counter },
    data: { counter: newCounter, usedAt: new Date() },
  });
  return count === 1;
}
