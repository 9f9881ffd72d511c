import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { SecondStep } from "@/lib/auth/account/second-step";
import { afterCode, beforeCode } from "@/lib/auth/second-factor/guard-codes";
import { requireWorkspace } from "@/lib/auth/sign-in/require-workspace";
import { recordSession } from "@/lib/auth/sign-in/session-audit-repository";
import { startSessionPlugin } from "@/lib/auth/sign-in/start-session-plugin";
import { prisma } from "@/lib/platform/database";
import { PEER_HEADER } from "@/lib/platform/own-headers.mjs";
import { once } from "@/lib/platform/process-state.mjs";
import { SESSION_DAYS } from "./auth-dto";
import { authSecret } from "./auth-secret";
import { publicUrl } from "./public-url";
import { COOKIE_PREFIX } from "./session-cookie";

/** A session ends after this, however busy it was. */
export const SESSION_LIFETIME_SECONDS = SESSION_DAYS * 24 * 60 * 60;

async function createAuth() {
  const database = await prisma();
  return betterAuth({
    appName: "Latchkey",
    baseURL: publicUrl().origin,
    secret: authSecret(),
    database: prismaAdapter(database, { provider: "postgresql", transaction: false }),
    // The library sees no password: check-password.ts looks at them, and the first owner is made by the set-up, everyone
    // else by invitation.
    // The library's own refresh would need to set a cookie while a page renders, which Next does not allow;
    // idleness is measured in current-actor.ts instead.
    session: {
      expiresIn: SESSION_LIFETIME_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        activeWorkspaceId: { type: "string", required: false, input: false },
        confirmedAt: { type: "date", required: false, input: false },
        secondStep: { type: "string", required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Of all ways only the second step comes here without a workspace: the others asked for one already.
          before: async (session) => {
            if (session.activeWorkspaceId) return;
            const workspaceId = await requireWorkspace(session.userId);
            // Before the session: there is never one that the trail does not know of.
            await recordSession(session.userId, workspaceId, "session.started", session.ipAddress);
            return { data: { ...session, activeWorkspaceId: workspaceId, secondStep: "app" satisfies SecondStep } };
          },
        },
      },
    },
    hooks: { before: beforeCode, after: afterCode },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      // Its lock counts wrong codes of the second step only; ours counts wherever a code is taken.
      twoFactor({ accountLockout: { enabled: false } }),
      startSessionPlugin(),
      nextCookies(),
    ],
  });
}

type Auth = Awaited<ReturnType<typeof createAuth>>;
const store = once("auth", (): { held?: { secret: string; made: Promise<Auth> } } => ({}));

/**
 * The one instance of the auth library, made anew where its secret is another one; asynchronous because the database
 * opens asynchronously.
 */
export function auth(): Promise<Auth> {
  const secret = authSecret();
  const { held } = store;
  if (held?.secret === secret) return held.made;
  const made = createAuth().catch((error: unknown) => {
    delete store.held;
    throw error;
  });
  store.held = { secret, made };
  return made;
}
