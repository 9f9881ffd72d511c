import "server-only";
import type { CheckTrigger, VerificationOutcome, Whose } from "@/lib/checks/verification-dto";
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
export type CheckResult = Pick<NewCheck, "status" | "outcome" | "durationMs"> & { whose?: Whose };

/** What is told of a version of values by whoever accepted it. */
export const whoseColumns = (whose: Whose | undefined) => ({
  whoseOf: whose?.of ?? null,
  whoseText: whose?.text ?? null,
});

export const checkRow = ({ credentialId, at, trigger, actorId, outcome, status, durationMs }: NewCheck) => ({
  ...{ id: randomId(), credentialId, at, trigger, actorId, outcome, status, durationMs },
});

/** Says of the values in use whose they are, where that is news. */
export async function noteWhose(tx: Transaction, credentialId: string, number: number, whose: Whose): Promise<void> {
  const { of, text } = whose;
  await tx.$executeRaw`
    UPDATE "CredentialVersion" SET "whoseOf" = ${of}, "whoseText" = ${text}
    WHERE "credentialId" = ${credentialId} AND "number" = ${number} AND "destroyedAt" IS NULL
      AND ("whoseOf" IS DISTINCT FROM ${of} OR "whoseText" IS DISTINCT FROM ${text})`;
}

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
