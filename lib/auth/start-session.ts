import "server-only";
import { auth } from "./auth";
import { findFirstWorkspace } from "./auth-repository";
import { rememberDevice } from "./known-device";
import { requireWorkspace } from "./require-workspace";
import { recordSession } from "./session-audit-repository";

type Start = {
  userId: string;
  /** How they proved who they are; the audit trail names it. */
  way: "single-sign-on" | "passkey";
  /** When they did, where that was before now. */
  confirmedAt?: Date | undefined;
};

/**
 * Starts a session without a password and sets its cookie, always with a new token. Throws a refusal for someone who is
 * in no workspace. This browser is a known device of the account from now on.
 */
export async function startSession({ userId, way, confirmedAt }: Start, headers: Headers): Promise<void> {
  const workspaceId = await findFirstWorkspace(userId);
  if (workspaceId === undefined) return requireWorkspace(userId);
  // Before the session: there is never one that the trail does not know of.
  await recordSession(userId, workspaceId, "session.started", headers.get("x-latchkey-peer"), way);
  const { email } = await (await auth()).api.startSession({
    body: { userId, workspaceId, ...(confirmedAt ? { confirmedAt } : {}) },
    headers,
  });
  await rememberDevice(email);
}
