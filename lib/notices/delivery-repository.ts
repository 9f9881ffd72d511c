import "server-only";
import { inTransaction, prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { Prisma } from "@/prisma/generated/client";
import { describeResult } from "./delivery-words";
import type { DeliveryChannel, DeliveryDto, NoticeKind } from "./notice-dto";
import { noticeWords, type StoredNotice, subjectOf } from "./notice-words";

export type LeasedDelivery = {
  id: string;
  lease: string;
  channel: DeliveryChannel;
  target: string;
  /** This one included. */
  tries: number;
  workspaceId: string;
  notice: StoredNotice;
};

/** Longer than any try takes. A process that dies meanwhile leaves its deliveries due again after this. */
const LEASE = "90 seconds";

const noticeColumns = {
  id: true,
  at: true,
  kind: true,
  credentialId: true,
  credentialName: true,
  connectorId: true,
  wasVerified: true,
  dueOn: true,
  personName: true,
  wants: true,
} as const;

/**
 * Takes up to `limit` deliveries that are due, or the untried ones of one notice: in one statement that passes over
 * rows which another instance is taking. Times are the database's, so that clocks of instances need not agree.
 */
export async function leaseDeliveries(limit: number, noticeId?: string): Promise<LeasedDelivery[]> {
  const lease = randomId();
  const due = noticeId
    ? Prisma.sql`"noticeId" = ${noticeId} AND "tries" = 0 AND "dueAt" IS NOT NULL`
    : Prisma.sql`"dueAt" <= now() AT TIME ZONE 'UTC'`;
  const rows = await inTransaction(async (tx) => {
    // As an array, the inner query runs once: the limit holds whatever the planner does.
    const count = await tx.$executeRaw`
      UPDATE "Delivery"
      SET "lease" = ${lease}, "tries" = "tries" + 1, "dueAt" = (now() AT TIME ZONE 'UTC') + ${LEASE}::interval
      WHERE "id" = ANY (ARRAY(
        SELECT "id" FROM "Delivery" WHERE ${due} ORDER BY "dueAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ))`;
    if (count === 0) return [];
    return tx.delivery.findMany({
      where: { lease },
      select: {
        id: true,
        channel: true,
        target: true,
        tries: true,
        notice: { select: { ...noticeColumns, workspaceId: true } },
      },
    });
  });
  return rows.map(({ notice: { workspaceId, kind, ...notice }, channel, ...row }) => ({
    ...row,
    lease,
    channel: channel as DeliveryChannel,
    workspaceId,
    notice: { ...notice, kind: kind as NoticeKind },
  }));
}

type Outcome = {
  result: string;
  delivered: boolean;
  /** When it is tried next, in milliseconds from now; undefined where it is not. */
  waitMs?: number | undefined;
};

/** Writes down what a try came to, unless its lease ran out and another instance has it. */
export async function recordAttempt(
  { id, lease }: LeasedDelivery,
  { result, delivered, waitMs }: Outcome,
): Promise<void> {
  const wait = waitMs === undefined ? null : `${Math.round(waitMs)} milliseconds`;
  await inTransaction(
    (tx) => tx.$executeRaw`
      UPDATE "Delivery"
      SET "lease" = NULL, "lastResult" = ${result}, "dueAt" = (now() AT TIME ZONE 'UTC') + ${wait}::interval,
        "deliveredAt" = CASE WHEN ${delivered} THEN now() AT TIME ZONE 'UTC' END
      WHERE "id" = ${id} AND "lease" = ${lease}`,
  );
}

/** A webhook's address may itself be a secret of its receiver: its host says enough. */
function toReceiver(channel: string, target: string): string {
  return channel === "webhook" && URL.canParse(target) ? new URL(target).host : target;
}

/** The last deliveries of a workspace, newest notice first; or all of one notice. */
export async function listDeliveryRows(workspaceId: string, noticeId?: string, take = 20): Promise<DeliveryDto[]> {
  const rows = await (await prisma()).delivery.findMany({
    where: { notice: { workspaceId, ...(noticeId ? { id: noticeId } : {}) } },
    include: { notice: { select: noticeColumns } },
    orderBy: [{ notice: { at: "desc" } }, { id: "asc" }],
    take,
  });
  return rows.map(({ notice, ...row }) => ({
    id: row.id,
    at: notice.at.toISOString(),
    ...(subjectOf(notice) ? { credentialName: subjectOf(notice) } : {}),
    headline: noticeWords({ ...notice, kind: notice.kind as NoticeKind }).headline,
    channel: row.channel as DeliveryChannel,
    receiver: toReceiver(row.channel, row.target),
    state: row.deliveredAt ? "delivered" : row.dueAt ? "waiting" : "given-up",
    tries: row.tries,
    ...(row.lastResult ? { result: describeResult(row.lastResult) } : {}),
    ...(row.deliveredAt ? { deliveredAt: row.deliveredAt.toISOString() } : {}),
    ...(row.dueAt && !row.deliveredAt ? { dueAt: row.dueAt.toISOString() } : {}),
  }));
}
