import "server-only";
import { createHash } from "node:crypto";
import { prisma } from "@/lib/platform/database";

const LIFETIME_MS = 5 * 60 * 1000;

/** What a signature is for: one that was made for something else is worth nothing. */
export type ChallengeUse = {
  purpose: "register" | "sign-in" | "confirm";
  /** The session that asks, where there is one. */
  sessionId: string | undefined;
};

const hashOf = (challenge: string) => createHash("sha256").update(challenge).digest("hex");

/** Remembers a challenge for five minutes; those that are over go with it. */
export async function keepChallenge(challenge: string, { purpose, sessionId }: ChallengeUse): Promise<void> {
  const client = await prisma();
  const now = Date.now();
  await client.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  const expiresAt = new Date(now + LIFETIME_MS);
  await client.passkeyChallenge.create({
    data: { id: hashOf(challenge), purpose, sessionId: sessionId ?? null, expiresAt },
  });
}

/** Takes a challenge away. True for exactly one of those who show it, for the same use and in time. */
export async function takeChallenge(challenge: string, { purpose, sessionId }: ChallengeUse): Promise<boolean> {
  const { count } = await (await prisma()).passkeyChallenge.deleteMany({
    where: { id: hashOf(challenge), purpose, sessionId: sessionId ?? null, expiresAt: { gt: new Date() } },
  });
  return count === 1;
}
