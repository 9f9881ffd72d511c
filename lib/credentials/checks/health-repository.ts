import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Operation } from "@/lib/auth/permissions";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import { outcomeTable } from "@/lib/checks/outcome-words";
import type { CheckTrigger, VerificationResult } from "@/lib/checks/verification-dto";
import type { Connector } from "@/lib/connectors/connector";
import { recordNotice } from "@/lib/notices/notice-repository";
import { holdsVersion } from "@/lib/own-connectors/holds-version-repository";
import { recordAudit } from "@/lib/platform/audit";
import { prisma, type Transaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { randomId } from "@/lib/platform/random-id";
import { findSettingsIn, type StoredSettings } from "@/lib/settings/settings-repository";
import type { Credential } from "@/prisma/generated/client";
import { insertCheck, noteWhose } from "./check-repository";
import { nextCheckAt, type Schedule } from "./next-check-at";
import { nextHealth, wasTried } from "./next-health";

/** A worker that died lets another one check its credential after this. */
const LEASE_SECONDS = 60;

export function toSchedule({ checkEveryMinutes }: Pick<StoredSettings, "checkEveryMinutes">): Schedule {
  const { REVERIFY_EVERY_MINUTES, REVERIFY_CONFIRM_MINUTES: confirmMinutes } = env();
  return { everyMinutes: checkEveryMinutes ?? REVERIFY_EVERY_MINUTES, confirmMinutes };
}

export async function scheduleOf(
  tx: Pick<Transaction, "workspaceSettings" | "member">,
  workspaceId: string,
): Promise<Schedule> {
  return toSchedule(await findSettingsIn(tx, workspaceId));
}

type Before = Pick<
  Credential,
  | "name"
  | "connectorId"
  | "status"
  | "outcome"
  | "refusedAt"
  | "failedAt"
  | "verifiedAt"
  | "activeVersion"
  | "checkLease"
>;

export type CheckToRecord = {
  credentialId: string;
  /** By which right it was asked about. */
  operation: Operation;
  version: number;
  verification: VerificationResult;
  /** As it was when it was asked. */
  connector: Pick<Connector, "id" | "own">;
  trigger: CheckTrigger;
  /** Of the worker that checked; what another one took over meanwhile is not written twice. */
  lease?: string;
};

/**
 * Writes down what a check of the stored values came to: the check itself, the credential's state, the notice that the
 * workspace gets and the audit row, or none of them. Values that were replaced meanwhile keep their own, newer state.
 */
export async function recordCheck(actor: Actor, checked: CheckToRecord): Promise<void> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { credentialId, operation, version, verification, connector, trigger, lease } = checked;
  const { outcome } = verification;
  const { status } = outcomeTable[outcome];
  await inTransactionOf(actor, operation, async (tx) => {
    // What was asked in another way than now says nothing of the values as they travel now.
    if (!(await holdsVersion(tx, workspaceId, connector))) return;
    const [before] = await tx.$queryRaw<Before[]>`
      SELECT "name", "connectorId", "status"::text AS "status", "outcome", "refusedAt", "failedAt", "verifiedAt",
        "activeVersion", "checkLease"
      FROM "Credential"
      WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL FOR UPDATE`;
    if (before?.activeVersion !== version || (lease !== undefined && before.checkLease !== lease)) return;
    const at = new Date();
    const schedule = await scheduleOf(tx, workspaceId);
    const { notice, confirmSoon, ...health } = nextHealth(before, {
      status,
      isUnreadable: outcome === "unreadable",
      wasUnreadable: before.status === "FAILED" && before.outcome === "unreadable",
      trigger,
      at,
      confirmMinutes: schedule.confirmMinutes,
    });
    const isTried = wasTried(outcome);
    await tx.credential.update({
      where: { id: credentialId, workspaceId },
      data: {
        ...health,
        ...(isTried ? { outcome, checkedAt: at } : {}),
        ...(status === "VERIFIED" ? { verifiedAt: at } : {}),
        nextCheckAt: nextCheckAt(schedule, { ...verification, confirmSoon }),
        checkLease: null,
      },
      select: { id: true },
    });
    if (!isTried) return;
    if (verification.whose) await noteWhose(tx, credentialId, version, verification.whose);
    const durationMs = verification.diagnostic.durationMs;
    await insertCheck(tx, { credentialId, at, trigger, actorId, outcome, status, durationMs });
    const { name: credentialName, connectorId } = before;
    const wasVerified = before.verifiedAt !== null;
    const subject = { credentialId, credentialName, connectorId, wasVerified };
    if (notice) await recordNotice(tx, { workspaceId, kind: notice, ...subject });
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.verified",
      subjectId: credentialId,
      subjectName: credentialName,
      result: outcome,
      peer,
    });
  });
}

export type Leased = { id: string; workspaceId: string; connectorId: string; lease: string };

/**
 * Takes the credential whose check is due longest, so that no other worker does. The lease ends by itself: taking it
 * moves the next check a minute ahead, which is when another worker finds it where this one died.
 */
export async function leaseDueCredential(): Promise<Leased | undefined> {
  const lease = randomId();
  const [row] = await (await prisma()).$queryRaw<Leased[]>`
    UPDATE "Credential" SET "checkLease" = ${lease},
      "nextCheckAt" = (now() AT TIME ZONE 'UTC') + make_interval(secs => ${LEASE_SECONDS}::float8)
    WHERE "id" = (
      SELECT "id" FROM "Credential" WHERE "nextCheckAt" <= (now() AT TIME ZONE 'UTC') AND "deletedAt" IS NULL
      ORDER BY "nextCheckAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "workspaceId", "connectorId", "checkLease" AS "lease"`;
  return row;
}

/** Gives a lease back without a check: it comes up again after the given minutes. */
export async function postponeCheck({ id, workspaceId, lease }: Leased, minutes: number): Promise<void> {
  await (await prisma()).credential.updateMany({
    where: { id, workspaceId, checkLease: lease },
    data: { checkLease: null, nextCheckAt: new Date(Date.now() + minutes * 60_000) },
  });
}

/**
 * What is in use and does not open is checked at once, which writes it down and tells the workspace. For the transaction
 * that found it out.
 */
export async function checkUnreadableSoon(
  tx: Transaction,
  versions: { credentialId: string; number: number }[],
): Promise<void> {
  const inUse = versions.map(({ credentialId: id, number: activeVersion }) => ({ id, activeVersion }));
  await tx.credential.updateMany({
    where: { OR: inUse, deletedAt: null, NOT: { status: "FAILED", outcome: "unreadable" } },
    data: { nextCheckAt: new Date() },
  });
}

/** Whether any check is due now. */
export async function isCheckDue(): Promise<boolean> {
  const row = await (await prisma()).credential.findFirst({
    where: { nextCheckAt: { lte: new Date() }, deletedAt: null },
    select: { id: true },
  });
  return row !== null;
}
