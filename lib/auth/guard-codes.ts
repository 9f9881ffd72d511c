import "server-only";
import type { GenericEndpointContext } from "better-auth";
import { createAuthMiddleware, getAuthoritativeSessionFromCtx, isAPIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { stepOf } from "./authenticator-code";
import { findAuthenticatorSecret, takeStep } from "./authenticator-repository";
import { recordSecondFactor } from "./password-repository";
import { peerOf } from "./peer-of";
import { recordRefusedSignIn } from "./session-audit-repository";
import { beginCode, endCode } from "./sign-in-limits";

// Around every endpoint of the auth library that takes a code of an authenticator app or a backup code. It keeps no
// time step, and counts wrong codes of the second step of signing in only.

const TAKES_A_CODE = "/two-factor/verify-";

/** Whose code it is, as the library finds it out: of the session, else of the first step of a sign-in. */
async function personOf(context: GenericEndpointContext) {
  const signedIn = await getAuthoritativeSessionFromCtx(context);
  if (signedIn) return { ...signedIn.user, isSignedIn: true };
  const { createAuthCookie, secret, internalAdapter } = context.context;
  const firstStep = await context.getSignedCookie(createAuthCookie("two_factor").name, secret);
  const begun = firstStep ? await internalAdapter.findVerificationValue(firstStep) : null;
  const user = begun && (await internalAdapter.findUserById(begun.value));
  return user ? { ...user, isSignedIn: false } : undefined;
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

/** Writes down a code that was refused: whoever tries one has the password, or is signed in. A right one costs no try. */
export const afterCode = createAuthMiddleware(async (context) => {
  if (!context.path?.startsWith(TAKES_A_CODE)) return;
  const { returned } = context.context;
  if (!isAPIError(returned)) return endCode((returned as { user: { id: string } }).user.id);
  const person = await personOf(context);
  if (!person) return;
  const { id: userId, name, email } = person;
  const peer = peerOf(context.headers);
  if (person.isSignedIn) await recordSecondFactor({ userId, name, peer }, "authenticator.refused", "refused");
  else await recordRefusedSignIn(email, peer, "code-refused");
});
