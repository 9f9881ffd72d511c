import "server-only";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { recordRefusedSignIn } from "./session-audit-repository";

/**
 * Writes down that a code of the second step was refused: whoever gets so far knows the password. For the library's
 * hook behind its endpoints; its cookie of the first step says whose account it is. Without one nobody tries to sign in.
 */
export const recordRefusedCode = createAuthMiddleware(async (context) => {
  const { createAuthCookie, secret, internalAdapter, returned } = context.context;
  if (!context.path.startsWith("/two-factor/verify-") || !isAPIError(returned)) return;
  const firstStep = await context.getSignedCookie(createAuthCookie("two_factor").name, secret);
  const begun = firstStep ? await internalAdapter.findVerificationValue(firstStep) : null;
  const user = begun && (await internalAdapter.findUserById(begun.value));
  const peer = context.headers?.get("x-latchkey-peer") ?? undefined;
  if (user) await recordRefusedSignIn(user.email, peer, "code-refused");
});
