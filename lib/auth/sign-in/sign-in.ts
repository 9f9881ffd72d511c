import "server-only";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { signInForm } from "@/lib/auth/auth-schema";
import { checkPassword } from "@/lib/auth/password/check-password";
import { inPlace } from "@/lib/auth/password/hashing-line";
import type { StoredPassword } from "@/lib/auth/password/password-repository";
import { renewHash } from "@/lib/auth/password/renew-hash";
import { peerOf } from "@/lib/auth/peer-of";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { recordRefusedSignIn } from "./session-audit-repository";
import { startSession } from "./start-session";

/** Who has this address and this password. An unknown address is refused in the same words and after the same work. */
export async function provePassword(input: unknown, peer: string | undefined): Promise<StoredPassword> {
  const { email, password, browser } = parseInput(signInForm, input);
  return inPlace(peer, async (place) => {
    const found = await checkPassword(place, password, { email, peer, browser });
    if (found) return { ...found, hash: await renewHash(place, found, password) };
    log.warn({ peer }, "sign-in refused");
    await recordRefusedSignIn(email, peer);
    throw new Refusal("SIGN_IN_REFUSED", "Wrong email or password.");
  });
}

/** Starts a session and sets its cookie, or says that the second factor is asked for. */
export async function signIn(input: unknown, headers: Headers): Promise<SignInStep> {
  const password = await provePassword(input, peerOf(headers));
  const { userId, hash } = password;
  return startSession({ userId, shown: { way: "password", hash } }, headers);
}
