import type { Member } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";

/** Credentials of a member, numbered: of every status, two types, used or not, and one in 60 due for rotation. */
export async function insertCredentials(
  prefix: string,
  { workspaceId, userId }: Member,
  from: number,
  to: number,
): Promise<void> {
  // Several share each moment: the order must hold by the id as well.
  await (await prisma()).$executeRaw`
    INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "name", "nameKey", "description", "ownerId", "status",
      "formId", "unusedSince", "rotateBy", "createdAt", "updatedAt")
    SELECT ${prefix} || lpad(n::text, 10, '0'), ${workspaceId}, (ARRAY['clari-copilot','gong'])[1 + n % 2],
      ${prefix} || ' Sales ' || n, ${prefix} || ' sales ' || lpad(((n * 7919) % 100003)::text, 6, '0'),
      CASE WHEN n % 50 = 0 THEN 'Übersicht der E-Mail-Konten, café' ELSE '' END, ${userId},
      (ARRAY['VERIFIED','UNVERIFIED','FAILED'])[1 + n % 3]::"CredentialStatus", ${prefix} || 'form-of-' || n,
      CASE WHEN n % 4 = 0 THEN TIMESTAMP '2020-01-01' WHEN n % 4 = 1 THEN (now() AT TIME ZONE 'UTC') END,
      CASE WHEN n % 60 = 1 THEN (now() AT TIME ZONE 'UTC')::date + ${SOON_DAYS}::int - n % 40 WHEN n % 60 = 2 THEN (now() AT TIME ZONE 'UTC')::date + ${SOON_DAYS + 2}::int END,
      TIMESTAMP '2026-01-01' + make_interval(secs => (n / 7)::float8), now()
    FROM generate_series(${from}::int, ${to}::int) AS n`;
}
