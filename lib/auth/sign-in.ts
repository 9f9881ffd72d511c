import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { auth } from "./auth";
import { signInForm } from "./auth-schema";
import { recordRefusedSignIn } from "./session-audit-repository";

/** By its shape: the library's error class exists once for each way it is bundled, so `instanceof` does not tell. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "statusCode" in error && (error.statusCode === 401 || error.statusCode === 400);
}

/**
 * Starts a session and sets its cookie. An unknown address and a wrong password are refused in the same words. The
 * session may be in no workspace: that is the caller's to look at.
 */
export async function signIn(input: unknown, headers: Headers): Promise<{ userId: string; token: string }> {
  const { email, password } = parseInput(signInForm, input);
  try {
    const { user, token } = await (await auth()).api.signInEmail({ body: { email, password }, headers });
    return { userId: user.id, token };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const peer = headers.get("x-latchkey-peer") ?? undefined;
    log.warn({ peer }, "sign-in refused");
    await recordRefusedSignIn(email, peer);
    throw new Refusal("SIGN_IN_REFUSED", "This email address and password do not belong together.");
  }
}
