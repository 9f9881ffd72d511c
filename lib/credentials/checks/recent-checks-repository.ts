import "server-only";
import { TOKEN_ACTOR, tokenWords } from "@/lib/auth/tokens/token-words";
import { outcomeTable } from "@/lib/checks/outcome-words";
import { CHECKS_SHOWN, type CheckDto } from "@/lib/checks/verification-dto";
import { Prisma } from "@/prisma/generated/client";

/** A check as a statement hands it out, as JSON. */
export type StoredCheck = Omit<CheckDto, "label" | "by"> & { by: string | null; token: string | null };

/**
 * A part of a statement: the last checks of a credential, newest first, as a JSON array of `StoredCheck`. For each
 * credential one short walk along an index.
 * @param credential the row that they are of
 */
export const recentChecks = (credential: { id: Prisma.Sql; workspaceId: Prisma.Sql }) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('at', to_char(k."at", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'status', k."status", 'outcome', k."outcome", 'durationMs', k."durationMs", 'trigger', k."trigger", 'by', k."by",
    'token', k."token")
    ORDER BY k."at" DESC, k."id" DESC), '[]')
  FROM (
    SELECT r."id", r."at", r."status", r."outcome", r."durationMs", r."trigger", person."name" AS "by",
      token."name" AS "token"
    FROM "CredentialCheck" r
    LEFT JOIN "User" person ON person."id" = r."actorId"
    LEFT JOIN "Token" token ON token."workspaceId" = ${credential.workspaceId} AND token."id" = CASE
      WHEN starts_with(r."actorId", ${Prisma.raw(`'${TOKEN_ACTOR}'`)})
      THEN substr(r."actorId", ${Prisma.raw(String(TOKEN_ACTOR.length + 1))}) END
    WHERE r."credentialId" = ${credential.id} ORDER BY r."at" DESC, r."id" DESC LIMIT ${Prisma.raw(String(CHECKS_SHOWN))}
  ) k)`;

export function toCheckDto({ by: person, token, ...check }: StoredCheck): CheckDto {
  const by = token === null ? person : tokenWords(token);
  const label = outcomeTable[check.outcome]?.label ?? check.outcome;
  return { ...check, label, ...(by === null ? {} : { by }) };
}
