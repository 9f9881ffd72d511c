import "server-only";
import type { Person } from "@/lib/auth/actor";
import { notFound } from "@/lib/platform/errors";
import { limitedText } from "@/lib/platform/text-schema";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { SessionDto } from "./account-dto";
import { describeDevice } from "./describe-device";
import { deleteOtherSessions, deleteSessionOf, listSessionRows } from "./session-repository";

/** A13: where one is signed in. A session's token is no part of it. */
export async function listOwnSessions({ userId, sessionId }: Person): Promise<SessionDto[]> {
  return (await listSessionRows(userId)).map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    id,
    device: describeDevice(userAgent),
    peer: ipAddress || "unknown",
    signedInAt: createdAt.toISOString(),
    usedAt: updatedAt.toISOString(),
    isThisOne: id === sessionId,
  }));
}

/** Ends one of one's own sessions; its browser is refused at its next request. */
export async function endOwnSession(actor: Person, input: unknown): Promise<void> {
  const id = parseInput(limitedText("Not an id.", 64), input);
  if (!(await deleteSessionOf(actor, id))) throw notFound("session");
}

export async function endOtherSessions(actor: Person): Promise<void> {
  await deleteOtherSessions(actor, actor.sessionId);
}
