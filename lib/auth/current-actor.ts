import "server-only";
import { cache } from "react";
import { Refusal } from "@/lib/platform/errors";
import type { Member, Person } from "./actor";
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
  if (counts && idleMs > TOUCH_INTERVAL_MS) await touchSession(asker);
  return asker;
}

/** Who sends these headers, or undefined for someone who is not signed in. Looked up anew at every request. */
export async function findPerson(headers: Headers, looking?: Looking): Promise<Person | undefined> {
  const asker = await findSession(headers, looking);
  if (!asker) return undefined;
  const { activeWorkspaceId: workspaceId, workspaceName, role } = asker;
  if (workspaceId === null || workspaceName === null || role === null || !isMemberRole(role)) return undefined;
  const { userId, name, email, sessionId, confirmedAt, createdAt, isHeldBack } = asker;
  return {
    kind: isHeldBack ? "held-back" : "member",
    ...{ userId, name, email, workspaceId, workspaceName, role, sessionId },
    confirmedAt: confirmedAt ?? createdAt,
    peer: peerOf(headers),
    attempt: { refused: [] },
  };
}

/** A person of whom the workspace wants nothing more. The one place that holds others back. Throws a refusal. */
function requireLetIn(person: Person): Member {
  if (person.kind === "member") return person;
  throw new Refusal(
    "SECOND_FACTOR_REQUIRED",
    "This workspace requires two-step verification. Set it up on your account page, then try again.",
  );
}

/** The same for whatever is the workspace's. Throws a refusal for someone who has to show a second factor first. */
export async function findActor(headers: Headers, looking?: Looking): Promise<Member | undefined> {
  const person = await findPerson(headers, looking);
  return person && requireLetIn(person);
}

/** For code that cannot go on without someone: throws the refusal "not signed in". */
export async function requirePerson(headers: Headers): Promise<Person> {
  const person = await findPerson(headers);
  if (!person) throw new Refusal("NOT_SIGNED_IN", "Your session has ended. Sign in again.");
  return person;
}

export const requireActor = async (headers: Headers): Promise<Member> => requireLetIn(await requirePerson(headers));

/** One look-up for all parts of one page. */
export const findPersonOnce = cache(findPerson);
