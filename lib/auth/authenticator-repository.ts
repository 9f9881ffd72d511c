import "server-only";
import { prisma } from "@/lib/platform/database";

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
