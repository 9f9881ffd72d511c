import "server-only";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { OIDC_PROVIDER } from "@/lib/auth/sso/oidc-repository";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import type { Transaction } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** What an account has to show besides a password, of what this server can ask for. */
export type OwnSecondSteps = { app: boolean; passkey: boolean; provider: boolean };

type Whose = { userId: string; sessionId: string };

/** Of a session that showed none of it; no row of any other. */
const owedBy = ({ userId, sessionId }: Whose) => Prisma.sql`
  SELECT * FROM (
    SELECT u."twoFactorEnabled" AS "app",
      ${relyingParty() !== undefined}::boolean AND u."emailVerified"
        AND EXISTS (SELECT 1 FROM "Passkey" p WHERE p."userId" = u."id") AS "passkey",
      ${oidcSettings() !== undefined}::boolean
        AND EXISTS (SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."providerId" = ${OIDC_PROVIDER}) AS "provider"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${sessionId} AND u."id" = ${userId} AND s."secondStep" IS NULL
  ) has WHERE "app" OR "passkey" OR "provider"`;

/** What the account has, where this session showed none of it. */
export async function findOwedSecondStep(whose: Whose): Promise<OwnSecondSteps | undefined> {
  return (await prepared<OwnSecondSteps>(owedBy(whose)))[0];
}

/** The same behind the lock of whoever changes what the account has: it may have got one meanwhile. */
export async function owesSecondStepIn(tx: Transaction, whose: Whose): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>(owedBy(whose))).length > 0;
}
