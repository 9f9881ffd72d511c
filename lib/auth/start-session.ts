import "server-only";
import { assertAuthenticatorOpens } from "./assert-authenticator-opens";
import { auth } from "./auth";
import type { SignInStep } from "./auth-dto";
import { rememberDevice } from "./known-device";
import { requireWorkspace } from "./require-workspace";
import { recordSession } from "./session-audit-repository";
import { secondFactorIsOn } from "./session-repository";

type Start = {
  userId: string;
  /** How they proved who they are; the audit trail names it, where it is not the password. */
  way: "password" | "single-sign-on" | "passkey";
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
  await recordSession(userId, workspaceId, action, headers.get("x-latchkey-peer"), result);
  if (asksForCode) {
    await api.askForCode({ body: { userId }, headers });
    return "second-factor";
  }
  const body = { userId, workspaceId, ...(confirmedAt ? { confirmedAt } : {}) };
  const { email } = await api.startSession({ body, headers });
  await rememberDevice(email);
  return "signed-in";
}
