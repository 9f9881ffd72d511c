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
import { beginAttempt } from "./sign-in-limits";

/**
 * Starts a session and sets its cookie, or says that the second factor is asked for. An unknown address and a wrong
 * password are refused in the same words and after the same work.
 */
export async function signIn(input: unknown, headers: Headers): Promise<SignInStep | undefined> {
  const { email, password } = parseInput(signInForm, input);
  const peer = headers.get("x-latchkey-peer") ?? undefined;
  const wasRight = await beginAttempt(email, peer);
  try {
    const result = await (await auth()).api.signInEmail({ body: { email, password }, headers });
    await wasRight();
    await renewHash(email, password);
    if ("twoFactorRedirect" in result) return "second-factor";
    await rememberDevice(email);
    return undefined;
  } catch (error) {
    if (!isAuthRefusal(error)) throw error;
    log.warn({ peer }, "sign-in refused");
    throw new Refusal("SIGN_IN_REFUSED", "This email address and password do not belong together.");
  }
}
