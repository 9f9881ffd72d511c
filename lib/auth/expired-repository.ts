import "server-only";
import { prisma } from "@/lib/platform/database";

/** Deletes what has an end that is past. Nothing looks at such rows, except to find out that they are over. */
export async function deleteExpired(now = new Date()): Promise<void> {
  const client = await prisma();
  const isOver = { expiresAt: { lt: now } };
  await client.session.deleteMany({ where: isOver });
  await client.verification.deleteMany({ where: isOver });
  await client.passkeyChallenge.deleteMany({ where: isOver });
  await client.rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
}
