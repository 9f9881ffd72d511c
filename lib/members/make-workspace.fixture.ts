import type { Actor } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";

export type Member = Extract<Actor, { kind: "member" }>;

/** A workspace with a member of each role given, in the database of the test. */
export async function makeWorkspace(...roles: Member["role"][]): Promise<Member[]> {
  const workspaceId = randomId();
  const client = await prisma();
  await client.workspace.create({ data: { id: workspaceId, name: "Data team" } });
  const actors = roles.map((role): Member => {
    const userId = randomId();
    // As addresses are stored.
    const email = `${role}-${userId}@example.com`.toLowerCase();
    return {
      kind: "member",
      userId,
      name: role,
      email,
      workspaceId,
      workspaceName: "Data team",
      role,
      sessionId: randomId(),
      confirmedAt: new Date(),
      peer: undefined,
    };
  });
  for (const { userId: id, name, email, role } of actors) {
    await client.user.create({ data: { id, name, email } });
    await client.member.create({ data: { id: randomId(), workspaceId, userId: id, role } });
  }
  return actors;
}
