import "server-only";
import { outcomeTable } from "@/lib/checks/outcome-words";
import {
  CHECKS_SHOWN,
  type CheckDto,
  type CheckTrigger,
  type VerificationOutcome,
} from "@/lib/checks/verification-dto";
import { prisma, type Transaction } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { randomId } from "@/lib/platform/random-id";
import type { CredentialStatus } from "@/prisma/generated/client";

/** How long checks are kept, in days. */
const KEPT_DAYS = 90;

export type NewCheck = {
  credentialId: string;
  at: Date;
  trigger: CheckTrigger;
  actorId: string;
  outcome: VerificationOutcome;
  status: CredentialStatus;
  durationMs: number;
};

/** How a check of values went, whoever asked for it. */
export type CheckResult = Pick<NewCheck, "status" | "outcome" | "durationMs">;

export const checkRow = (check: NewCheck) => ({ id: randomId(), ...check });

/** Writes a check down, in the transaction of what it changed. */
export async function insertCheck(tx: Transaction, check: NewCheck): Promise<void> {
  await tx.credentialCheck.create({ data: checkRow(check), select: { id: true } });
}

type Row = Omit<NewCheck, "actorId"> & { by: string | null };

/** The last checks of each, newest first: for each credential one short walk along an index. */
export async function findRecentChecks(credentialIds: string[]): Promise<Map<string, CheckDto[]>> {
  const found = new Map<string, CheckDto[]>();
  if (credentialIds.length === 0) return found;
  const rows = await (await prisma()).$queryRaw<Row[]>`
    SELECT c."credentialId", c."at", c."trigger", c."outcome", c."status"::text AS "status", c."durationMs", u."name" AS "by"
    FROM unnest(${credentialIds}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT * FROM "CredentialCheck" WHERE "credentialId" = wanted.id ORDER BY "at" DESC, "id" DESC LIMIT ${CHECKS_SHOWN}
    ) c
    LEFT JOIN "User" u ON u."id" = c."actorId"
    ORDER BY c."at" DESC, c."id" DESC`;
  for (const { credentialId, at, trigger, outcome, status, durationMs, by } of rows) {
    const checks = found.get(credentialId) ?? [];
    found.set(credentialId, checks);
    checks.push({
      at: at.toISOString(),
      status,
      outcome,
      label: outcomeTable[outcome]?.label ?? outcome,
      durationMs,
      trigger,
      ...(by === null ? {} : { by }),
    });
  }
  return found;
}

/** Forgets what is older than anyone looks at. */
export async function deleteOldChecks(now = Date.now()): Promise<number> {
  const { count } = await (await prisma()).credentialCheck.deleteMany({
    where: { at: { lt: new Date(now - KEPT_DAYS * DAY_MS) } },
  });
  return count;
}
