import "server-only";
import type { CheckTrigger, VerificationOutcome } from "@/lib/checks/verification-dto";
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

/** Forgets what is older than anyone looks at. */
export async function deleteOldChecks(now = Date.now()): Promise<number> {
  const { count } = await (await prisma()).credentialCheck.deleteMany({
    where: { at: { lt: new Date(now - KEPT_DAYS * DAY_MS) } },
  });
  return count;
}
