import "server-only";
import { cache } from "react";
import { Refusal } from "@/lib/platform/errors";
import type { Member } from "./actor";
import { auth } from "./auth";
import { SESSION_IDLE_HOURS } from "./auth-dto";
import { deleteSession, findMembership, touchSession } from "./auth-repository";
import { peerOf } from "./peer-of";
import { isMemberRole } from "./role-dto";

const IDLE_LIMIT_MS = SESSION_IDLE_HOURS * 60 * 60 * 1000;
/** Using a session is written down at most this often. */
const TOUCH_INTERVAL_MS = 5 * 60 * 1000;

/** The session of these headers, whichever workspace it is in, and even where it is in none. Ends one that was idle. */
export async function findSession(headers: Headers) {
  const found = await (await auth()).api.getSession({ headers });
  if (!found) return undefined;
  const { session } = found;
  // A clock that was set back makes this negative: such a session is not "just used", it is over.
  const idleMs = Date.now() - session.updatedAt.getTime();
  if (idleMs > IDLE_LIMIT_MS || idleMs < -IDLE_LIMIT_MS) {
    await deleteSession(session.id);
    return undefined;
  }
  if (idleMs > TOUCH_INTERVAL_MS) await touchSession(session.id);
  return found;
}

/** Who sends these headers, or undefined for someone who is not signed in. Looked up anew at every request. */
export async function findActor(headers: Headers): Promise<Member | undefined> {
  const found = await findSession(headers);
  if (!found) return undefined;
  const { session, user } = found;
  const workspaceId = session.activeWorkspaceId;
  const membership = workspaceId ? await findMembership(user.id, workspaceId) : null;
  if (!workspaceId || !membership || !isMemberRole(membership.role)) return undefined;
  return {
    kind: "member",
    userId: user.id,
    name: user.name,
    email: user.email,
    workspaceId,
    workspaceName: membership.workspace.name,
    role: membership.role,
    sessionId: session.id,
    confirmedAt: session.confirmedAt ?? session.createdAt,
    peer: peerOf(headers),
    attempt: { refused: [] },
  };
}

/** The same for code that cannot go on without: throws the refusal "not signed in". */
export async function requireActor(headers: Headers): Promise<Member> {
  const actor = await findActor(headers);
  if (!actor) throw new Refusal("NOT_SIGNED_IN", "Your session has ended. Sign in again.");
  return actor;
}

/** One look-up for all parts of one page. */
export const findActorOnce = cache(findActor);
