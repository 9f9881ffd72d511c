import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { assertAuthenticatorOpens } from "./assert-authenticator-opens";
import { auth } from "./auth";
import type { SignInStep } from "./auth-dto";
import { deleteSession } from "./auth-repository";
import { rememberDevice } from "./known-device";
import { isStillPassword, type StoredPassword } from "./password-repository";
import { peerOf } from "./peer-of";
import { requireWorkspace } from "./require-workspace";
import { recordSession } from "./session-audit-repository";
import { secondFactorIsOn } from "./session-repository";

type Start = {
  userId: string;
  /** How they proved who they are; the audit trail names it, where it is not the password. */
  way: "password" | "single-sign-on" | "passkey";
  /** The password that they showed, where the account had it before. */
  password?: StoredPassword | undefined;
  /** When they did, where that was before now. */
  confirmedAt?: Date | undefined;
  /** Where the session begins, where that is not the workspace that they have been in for longest. */
  workspaceId?: string | undefined;
};

/**
 * Starts a session for someone who proved who they are, sets its cookie, always with a new token, and makes this browser
 * a known device of the account. After a password alone the second factor is asked for where there is one. Throws a
 * refusal for someone who is in no workspace, before there is any session or cookie.
 */
export async function startSession(start: Start, headers: Headers): Promise<SignInStep> {
  const { userId, way, confirmedAt } = start;
  const workspaceId = start.workspaceId ?? (await requireWorkspace(userId));
  const { api } = await auth();
  const asksForCode = way === "password" && (await secondFactorIsOn(userId));
  if (asksForCode) await assertAuthenticatorOpens(userId);
  // Before the session: there is never one that the trail does not know of.
  const action = asksForCode ? "session.code-asked" : "session.started";
  const result = way === "password" ? "ok" : way;
  await recordSession(userId, workspaceId, action, peerOf(headers), result);
  if (asksForCode) {
    await assertStillPassword(start);
    await api.askForCode({ body: { userId }, headers });
    return "second-factor";
  }
  const body = { userId, workspaceId, ...(confirmedAt ? { confirmedAt } : {}) };
  const { email, sessionId } = await api.startSession({ body, headers });
  try {
    await assertStillPassword(start);
  } catch (error) {
    await deleteSession(sessionId);
    throw error;
  }
  await rememberDevice(email);
  return "signed-in";
}

/**
 * A9: a password is checked for a while, and another one may be set meanwhile, which ends the sessions that it finds. A
 * session that comes behind it sees the new password here, since both have the person's row to themselves.
 */
async function assertStillPassword({ password }: Start): Promise<void> {
  if (!password || (await isStillPassword(password))) return;
  throw new Refusal("SIGN_IN_REFUSED", "The password was changed in this moment. Sign in with the new one.");
}
