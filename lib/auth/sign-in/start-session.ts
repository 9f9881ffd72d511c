import "server-only";
import type { SecondStep } from "@/lib/auth/account/second-step";
import { secondFactorIsOn } from "@/lib/auth/account/session-repository";
import { auth } from "@/lib/auth/auth";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { deleteSession } from "@/lib/auth/auth-repository";
import { forgetFirstSteps } from "@/lib/auth/first-step-repository";
import { peerOf } from "@/lib/auth/peer-of";
import { assertAuthenticatorOpens } from "@/lib/auth/second-factor/open-authenticator";
import { isStillWayIn, type WayIn } from "@/lib/auth/way-in-repository";
import { Refusal } from "@/lib/platform/errors";
import { rememberDevice } from "./known-device";
import { requireWorkspace } from "./require-workspace";
import { recordSession } from "./session-audit-repository";

type Start = {
  userId: string;
  /** How they proved who they are; the audit trail names it, where it is not the password. */
  shown: WayIn;
  /** When they did, where that was before now. */
  confirmedAt?: Date | undefined;
  /** Where the session begins, where that is not the workspace that they have been in for longest. */
  workspaceId?: string | undefined;
};

/** What stands for both steps: a provider asks for the second one itself, or does not, which is its operator's matter. */
const SECOND_STEPS = {
  password: undefined,
  passkey: "passkey",
  "single-sign-on": "provider",
} as const satisfies Record<WayIn["way"], SecondStep | undefined>;

/**
 * Starts a session for someone who proved who they are, sets its cookie, always with a new token, and makes this browser
 * a known device of the account. After a password alone the second factor is asked for where there is one. Throws a
 * refusal for someone who is in no workspace, before there is any session or cookie.
 */
export async function startSession(start: Start, headers: Headers): Promise<SignInStep> {
  const { userId, shown, confirmedAt } = start;
  const workspaceId = start.workspaceId ?? (await requireWorkspace(userId));
  const { api } = await auth();
  const asksForCode = shown.way === "password" && (await secondFactorIsOn(userId));
  if (asksForCode) await assertAuthenticatorOpens(userId);
  // Before the session: there is never one that the trail does not know of.
  const action = asksForCode ? "session.code-asked" : "session.started";
  const result = shown.way === "password" ? "ok" : shown.way;
  await recordSession(userId, workspaceId, action, peerOf(headers), result);
  if (asksForCode) {
    await api.askForCode({ body: { userId }, headers });
    await assertStillWayIn(userId, shown, () => forgetFirstSteps(userId));
    return "second-factor";
  }
  const secondStep = SECOND_STEPS[shown.way];
  const body = { userId, workspaceId, ...(confirmedAt ? { confirmedAt } : {}), ...(secondStep ? { secondStep } : {}) };
  const { email, sessionId } = await api.startSession({ body, headers });
  await assertStillWayIn(userId, shown, () => deleteSession(sessionId));
  await rememberDevice(email);
  return "signed-in";
}

/**
 * A9: whatever is shown is looked at for a while, and may be taken away meanwhile: by a new password, or by the first
 * proof of the address, which end what they find. What was begun behind them is taken back here.
 */
export async function assertStillWayIn(userId: string, shown: WayIn, takeBack: () => Promise<void>): Promise<void> {
  if (await isStillWayIn(userId, shown)) return;
  await takeBack();
  throw new Refusal(
    "SIGN_IN_REFUSED",
    shown.way === "password"
      ? "Your password was just changed. Sign in with the new one."
      : "What you signed in with was just removed from this account. Sign in another way.",
  );
}
