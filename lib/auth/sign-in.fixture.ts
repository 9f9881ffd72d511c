import { prisma } from "@/lib/platform/database";
import type { Actor } from "./actor";

type Member = Extract<Actor, { kind: "member" }>;

/** Gives a member of the test the session that they act by: what goes on for long looks whether it still holds. */
export async function signedIn(member: Member): Promise<Member> {
  const { sessionId: id, userId } = member;
  const expiresAt = new Date(Date.now() + 3_600_000);
  await (await prisma()).session.create({ data: { id, token: id, userId, expiresAt } });
  return member;
}
