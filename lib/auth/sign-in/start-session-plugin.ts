import "server-only";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";
import { personOf } from "@/lib/auth/second-factor/guard-codes";
import { randomId } from "@/lib/platform/random-id";

/** How long the code of the second step may take, as the library has it. */
const CODE_SECONDS = 10 * 60;

const body = z.object({
  userId: z.string(),
  workspaceId: z.string(),
  confirmedAt: z.date().optional(),
  secondStep: z.enum(["passkey", "provider"]).optional(),
});

/**
 * Lets the server start a session of its own accord, once the caller has proved who is there, or the second step after
 * a password. None has a path, so no request can reach it.
 */
export function startSessionPlugin() {
  return {
    id: "latchkey-start-session",
    endpoints: {
      startSession: createAuthEndpoint.serverOnly({ method: "POST", body }, async (context) => {
        const { userId, workspaceId, confirmedAt, secondStep } = context.body;
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw new APIError("UNAUTHORIZED");
        const session = await internalAdapter.createSession(userId, false, {
          activeWorkspaceId: workspaceId,
          ...(confirmedAt ? { confirmedAt } : {}),
          ...(secondStep ? { secondStep } : {}),
        });
        await setSessionCookie(context, { session, user });
        return { email: user.email, sessionId: session.id };
      }),
      /** Whose first step the cookie is of, while it waits for its code. */
      findFirstStep: createAuthEndpoint.serverOnly({ method: "POST", requireHeaders: true }, async (context) => ({
        userId: (await personOf(context))?.id,
      })),
      /** What the library itself leaves behind after a right password of an account with a second factor. */
      askForCode: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: z.string() }) },
        async (context) => {
          const { internalAdapter, createAuthCookie, secret } = context.context;
          const identifier = `2fa-${randomId()}`;
          const expiresAt = new Date(Date.now() + CODE_SECONDS * 1000);
          await internalAdapter.createVerificationValue({ value: context.body.userId, identifier, expiresAt });
          const attempts = `2fa-attempts-${identifier}`;
          await internalAdapter.createVerificationValue({ value: "0", identifier: attempts, expiresAt });
          const { name, attributes } = createAuthCookie("two_factor", { maxAge: CODE_SECONDS });
          await context.setSignedCookie(name, identifier, secret, attributes);
        },
      ),
    },
  };
}
