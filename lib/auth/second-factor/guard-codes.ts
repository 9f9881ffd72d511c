import "server-only";
import type { GenericEndpointContext } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { peerOf } from "@/lib/auth/peer-of";
import { recordRefusedSignIn } from "@/lib/auth/sign-in/session-audit-repository";
import { beginCode, endCode } from "@/lib/auth/sign-in/sign-in-limits";
import { stepOf } from "./authenticator-code";
import { findAuthenticatorSecret, takeStep } from "./authenticator-repository";

// Around every endpoint of the auth library that takes a code of an authenticator app or a backup code: in the second
// step of signing in. It keeps no time step, and its lock is none of ours.

const TAKES_A_CODE = "/two-factor/verify-";

/** Whose first step of a sign-in the cookie is of, as the library finds it out. */
export async function personOf(context: GenericEndpointContext) {
  const { createAuthCookie, secret, internalAdapter } = context.context;
  const firstStep = await context.getSignedCookie(createAuthCookie("two_factor").name, secret);
  const begun = firstStep ? await internalAdapter.findVerificationValue(firstStep) : null;
  return begun ? internalAdapter.findUserById(begun.value) : null;
}

/** Counts the try, and takes the code's time step: a code that was used already is none to the library. */
export const beforeCode = createAuthMiddleware(async (context) => {
  if (!context.path?.startsWith(TAKES_A_CODE)) return;
  const person = await personOf(context);
  if (!person) return;
  await beginCode(person.id, peerOf(context.headers));
  if (context.path !== `${TAKES_A_CODE}totp`) return;
  const data = await findAuthenticatorSecret(person.id);
  if (data === undefined) return;
  const step = stepOf(context.body.code, await symmetricDecrypt({ key: context.context.secretConfig, data }));
  if (step !== undefined && (await takeStep(person.id, step))) return;
  return { context: { body: { ...context.body, code: "" } } };
});

/** Writes down a code that was refused: whoever tries one has the password. A right one costs no try. */
export const afterCode = createAuthMiddleware(async (context) => {
  if (!context.path?.startsWith(TAKES_A_CODE)) return;
  const { returned } = context.context;
  if (!isAPIError(returned)) return endCode((returned as { user: { id: string } }).user.id);
  const person = await personOf(context);
  if (person) await recordRefusedSignIn(person.email, peerOf(context.headers), "code-refused");
});
