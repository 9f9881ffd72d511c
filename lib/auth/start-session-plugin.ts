import "server-only";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

const body = z.object({ userId: z.string(), workspaceId: z.string(), confirmedAt: z.date().optional() });

/**
 * Lets the server start a session of its own accord, for ways of signing in that the library does not know. It has no
 * path, so that no request can reach it; the caller has proved who is there.
 */
export function startSessionPlugin() {
  return {
    id: "latchkey-start-session",
    endpoints: {
      startSession: createAuthEndpoint.serverOnly({ method: "POST", body }, async (context) => {
        const { userId, workspaceId, confirmedAt } = context.body;
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw new APIError("UNAUTHORIZED");
        const session = await internalAdapter.createSession(userId, false, {
          activeOrganizationId: workspaceId,
          ...(confirmedAt ? { confirmedAt } : {}),
        });
        await setSessionCookie(context, { session, user });
        return { email: user.email };
      }),
    },
  };
}
