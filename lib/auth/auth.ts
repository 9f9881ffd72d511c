import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { organization } from "better-auth/plugins/organization";
import { twoFactor } from "better-auth/plugins/two-factor";
import { prisma } from "@/lib/platform/database";
import { once } from "@/lib/platform/process-state.mjs";
import { authSecret } from "./auth-secret";
import { hashPassword, verifyPassword } from "./password-hash";
import { publicUrl } from "./public-url";
import { recordRefusedCode } from "./record-refused-code";
import { recordSession } from "./session-audit-repository";
import { startSessionPlugin } from "./start-session-plugin";

/** A session ends after this, however busy it was. */
export const SESSION_LIFETIME_SECONDS = 7 * 24 * 60 * 60;

async function createAuth() {
  const database = await prisma();
  return betterAuth({
    appName: "Latchkey",
    baseURL: publicUrl().origin,
    secret: authSecret(),
    database: prismaAdapter(database, { provider: "postgresql", transaction: false }),
    // Sign-up is closed: the first owner is made by the set-up, everyone else by invitation.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 1024,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // The library's own refresh would need to set a cookie while a page renders, which Next does not allow;
    // idleness is measured in current-session.ts instead.
    session: {
      expiresIn: SESSION_LIFETIME_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { confirmedAt: { type: "date", required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const member = await database.member.findFirst({
              where: { userId: session.userId },
              select: { organizationId: true, user: { select: { twoFactorEnabled: true } } },
              orderBy: { createdAt: "asc" },
            });
            // Before the session: there is never one that the trail does not know of. The library makes a session before
            // it asks for the second factor, and takes it back; and it makes anew one that is in a workspace already.
            if (member && !session.activeOrganizationId) {
              const isFirstStep = context?.path === "/sign-in/email" && member.user.twoFactorEnabled;
              const action = isFirstStep ? "session.code-asked" : "session.started";
              await recordSession(session.userId, member.organizationId, action, session.ipAddress);
            }
            return {
              data: {
                ...session,
                activeOrganizationId: session.activeOrganizationId ?? member?.organizationId ?? null,
              },
            };
          },
        },
      },
    },
    hooks: { after: recordRefusedCode },
    advanced: {
      // The __Host- prefix by hand: with useSecureCookies the library would put its own prefix before it.
      cookiePrefix: "__Host-latchkey",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: ["x-latchkey-peer"] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      organization(),
      twoFactor({ issuer: "Latchkey", allowPasswordless: true }),
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
