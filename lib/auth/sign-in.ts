import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { auth } from "./auth";
import type { SignInStep } from "./auth-dto";
import { signInForm } from "./auth-schema";
import { isAuthRefusal } from "./is-auth-refusal";
import { rememberDevice } from "./known-device";
import { renewHash } from "./renew-hash";
import { recordRefusedSignIn } from "./session-audit-repository";
import { beginAttempt } from "./sign-in-limits";

/**
 * Starts a session and sets its cookie, or says that the second factor is asked for. An unknown address and a wrong
 * password are refused in the same words and after the same work. The session may be in no workspace: that is the
 * caller's to look at.
 */
export async function signIn(
  input: unknown,
  headers: Headers,
): Promise<{ userId: string; token: string } | SignInStep> {
  const { email, password } = parseInput(signInForm, input);
  const peer = headers.get("x-latchkey-peer") ?? undefined;
  const wasRight = await beginAttempt(email, peer);
  try {
    const result = await (await auth()).api.signInEmail({ body: { email, password }, headers });
    await wasRight();
    await renewHash(email, password);
    if ("twoFactorRedirect" in result) return "second-factor";
    await rememberDevice(email);
    return { userId: result.user.id, token: result.token };
  } catch (error) {
    if (!isAuthRefusal(error)) throw error;
    log.warn({ peer }, "sign-in refused");
    await recordRefusedSignIn(email, peer);
    throw new Refusal("SIGN_IN_REFUSED", "This email address and password do not belong together.");
  }
}
