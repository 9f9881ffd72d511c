import "server-only";
import { forgetFirstStepsIn } from "@/lib/auth/first-step-repository";
import { type AuditedPerson, recordForPerson } from "@/lib/auth/person-audit-repository";
import { prisma, type Transaction } from "@/lib/platform/database";

/** Whether anyone has shown that the account's address is theirs. Once they have, it stays so. */
export async function addressIsProven(account: { id: string } | { email: string }): Promise<boolean> {
  const user = await (await prisma()).user.findUnique({ where: account, select: { emailVerified: true } });
  return user?.emailVerified === true;
}

/**
 * The proof of an account's address, by whichever way: docs/decisions/0022. The first one takes along everything that
 * was set up without it, since whoever had the invitation link may have made the account in someone else's name:
 * sessions, sign-ins that wait for a code, the password, ties to a provider, passkeys and the authenticator app. Known
 * devices are signed with whether there was a proof. For the transaction that sets up the new way in, with the person's row locked.
 */
export async function proveAddressIn(tx: Transaction, person: AuditedPerson): Promise<void> {
  const { userId } = person;
  const { count } = await tx.user.updateMany({
    where: { id: userId, emailVerified: false },
    data: { emailVerified: true, twoFactorEnabled: false },
  });
  if (count === 0) return;
  await tx.session.deleteMany({ where: { userId } });
  await forgetFirstStepsIn(tx, userId);
  await tx.account.deleteMany({ where: { userId } });
  await tx.passkey.deleteMany({ where: { userId } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await recordForPerson(tx, person, "person.address-proven");
}
