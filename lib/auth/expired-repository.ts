import "server-only";
import { prisma } from "@/lib/platform/database";

/** Deletes sessions, links and challenges whose end is past. Nothing looks at them, except to find out that they are over. */
export async function deleteExpired(now = new Date()): Promise<void> {
  const client = await prisma();
  const isOver = { expiresAt: { lt: now } };
  await client.session.deleteMany({ where: isOver });
  await client.verification.deleteMany({ where: isOver });
  await client.passkeyChallenge.deleteMany({ where: isOver });
}
