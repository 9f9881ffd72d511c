import "server-only";
import { outcomeTable } from "@/lib/checks/outcome-words";
import { CHECKS_SHOWN, type CheckDto } from "@/lib/checks/verification-dto";
import { Prisma } from "@/prisma/generated/client";

/** A check as a statement hands it out, as JSON. */
export type StoredCheck = Omit<CheckDto, "label" | "by"> & { by: string | null };

/**
 * A part of a statement: the last checks of a credential, newest first, as a JSON array of `StoredCheck`. For each
 * credential one short walk along an index.
 * @param credentialId the column that holds its id
 */
export const recentChecks = (credentialId: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('at', to_char(k."at", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'status', k."status", 'outcome', k."outcome", 'durationMs', k."durationMs", 'trigger', k."trigger", 'by', k."by")
    ORDER BY k."at" DESC, k."id" DESC), '[]')
  FROM (
    SELECT r."id", r."at", r."status", r."outcome", r."durationMs", r."trigger", person."name" AS "by"
    FROM "CredentialCheck" r LEFT JOIN "User" person ON person."id" = r."actorId"
    WHERE r."credentialId" = ${credentialId} ORDER BY r."at" DESC, r."id" DESC LIMIT ${Prisma.raw(String(CHECKS_SHOWN))}
  ) k)`;

export function toCheckDto({ by, ...check }: StoredCheck): CheckDto {
  const label = outcomeTable[check.outcome]?.label ?? check.outcome;
  return { ...check, label, ...(by === null ? {} : { by }) };
}
