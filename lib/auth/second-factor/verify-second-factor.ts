import "server-only";
import { auth } from "@/lib/auth/auth";
import { deleteSessionByToken } from "@/lib/auth/auth-repository";
import { codeForm } from "@/lib/auth/auth-schema";
import { findSession } from "@/lib/auth/current-actor";
import { isAuthRefusal } from "@/lib/auth/is-auth-refusal";
import { findHashOf } from "@/lib/auth/password/password-repository";
import { peerOf } from "@/lib/auth/peer-of";
import { rememberDevice } from "@/lib/auth/sign-in/known-device";
import { assertStillWayIn } from "@/lib/auth/sign-in/start-session";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";

/**
 * The second step of signing in: a code of the app, or a backup code. The cookie of the first step says whose. The
 * library takes five tries of one first step, `guard-codes.ts` ten wrong codes of one account in 15 minutes: only who
 * knows the password gets so far, so nobody else can bring that about.
 */
export async function verifySecondFactor(input: unknown, headers: Headers): Promise<void> {
  const { code } = parseInput(codeForm, input);
  // With a session the library would check the code of that one, and turn on an app that is still being set up.
  if (await findSession(headers)) throw new Refusal("CHANGED_MEANWHILE", "You're already signed in. Reload the page.");
  const { api } = await auth();
  // The password of the first step: while that waits, no other one was set. It waits no more where this comes too late.
  const { userId } = await api.findFirstStep({ headers });
  if (!userId) throw new Refusal("SIGN_IN_REFUSED", "Your sign-in waited too long. Sign in again with your password.");
  const hash = await findHashOf(userId);
  try {
    const { user, token } = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers })
      : await api.verifyBackupCode({ body: { code }, headers });
    await assertStillWayIn(user.id, { way: "password", hash: hash ?? "" }, () => deleteSessionByToken(token ?? ""));
    await rememberDevice(user.email);
  } catch (error) {
    if (!isAuthRefusal(error)) throw error;
    log.warn({ peer: peerOf(headers) }, "second factor refused");
    throw new Refusal(
      "SIGN_IN_REFUSED",
      "That code didn't work. Enter the one the app shows now; after several tries, sign in again.",
    );
  }
}
