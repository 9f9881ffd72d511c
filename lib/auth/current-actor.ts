import "server-only";
import { cache } from "react";
import { Refusal } from "@/lib/platform/errors";
import type { Member } from "./actor";
import { type Asker, findAsker } from "./asker-repository";
import { SESSION_IDLE_HOURS } from "./auth-dto";
import { deleteSession, touchSession } from "./auth-repository";
import { peerOf } from "./peer-of";
import { isMemberRole } from "./role-dto";
import { readSessionToken } from "./session-cookie";

const IDLE_LIMIT_MS = SESSION_IDLE_HOURS * 60 * 60 * 1000;
/** Using a session is written down at most this often. */
const TOUCH_INTERVAL_MS = 5 * 60 * 1000;

type Looking = {
  /** Whether it is a use of the session, which then lasts; what a page asks by itself is none. */
  counts?: boolean;
};

/** The session of these headers, whichever workspace it is in, and even where it is in none. Ends one that was idle. */
export async function findSession(headers: Headers, { counts = true }: Looking = {}): Promise<Asker | undefined> {
  const token = readSessionToken(headers);
  const asker = token === undefined ? undefined : await findAsker(token);
  if (!asker) return undefined;
  // A clock that was set back makes this negative: such a session is not "just used", it is over.
  const idleMs = Date.now() - asker.updatedAt.getTime();
  if (idleMs > IDLE_LIMIT_MS || idleMs < -IDLE_LIMIT_MS) {
    await deleteSession(asker.sessionId);
    return undefined;
  }
  if (counts && idleMs > TOUCH_INTERVAL_MS) await touchSession(asker.sessionId);
  return asker;
}

/** Who sends these headers, or undefined for someone who is not signed in. Looked up anew at every request. */
export async function findActor(headers: Headers, looking?: Looking): Promise<Member | undefined> {
  const asker = await findSession(headers, looking);
  if (!asker) return undefined;
  const { activeWorkspaceId: workspaceId, workspaceName, role } = asker;
  if (workspaceId === null || workspaceName === null || role === null || !isMemberRole(role)) return undefined;
  const { userId, name, email, sessionId, confirmedAt, createdAt } = asker;
  return {
    kind: "member",
    ...{ userId, name, email, workspaceId, workspaceName, role, sessionId },
    confirmedAt: confirmedAt ?? createdAt,
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
