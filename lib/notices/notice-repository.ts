import "server-only";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { prepared } from "@/lib/platform/prepared";
import { randomId } from "@/lib/platform/random-id";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { findSettingsIn, listReceiversIn } from "@/lib/settings/settings-repository";
import { Prisma } from "@/prisma/generated/client";
import type { NoticeKind } from "./notice-dto";
import type { StoredNotice } from "./notice-words";

type NewNotice = Omit<StoredNotice, "id" | "at" | "provider"> & { workspaceId: string; accessRequestId?: string };

/** Who is told of it beside the app, as the settings are in this transaction. */
async function targetsIn(tx: Transaction, workspaceId: string): Promise<{ channel: string; target: string }[]> {
  const { webhookUrl, emailNotices } = await findSettingsIn(tx, workspaceId);
  const addresses = emailNotices && isMailConfigured() ? await listReceiversIn(tx, workspaceId) : [];
  return [
    ...(webhookUrl ? [{ channel: "webhook", target: webhookUrl }] : []),
    ...addresses.map((target) => ({ channel: "email", target })),
  ];
}

async function insertNotice(tx: Transaction, notice: NewNotice, dueAt = new Date()): Promise<string> {
  const id = randomId();
  const targets = await targetsIn(tx, notice.workspaceId);
  await tx.notice.create({ data: { id, ...notice }, select: { id: true } });
  await tx.delivery.createMany({ data: targets.map((to) => ({ id: randomId(), noticeId: id, dueAt, ...to })) });
  return id;
}

/**
 * Tells a workspace that a stored credential turned FAILED, and why, or works again: in the app at once, and to its webhook and
 * by e-mail soon after. Part of the transaction that changes the credential, so that neither happens without the other;
 * the caller calls it once for each such change.
 */
export async function recordNotice(
  tx: Transaction,
  notice: NewNotice & { kind: "credential.failed" | "credential.unreadable" | "credential.recovered" },
): Promise<void> {
  await insertNotice(tx, notice);
}

/**
 * The same for values that are due for rotation. Where the day was moved and back again, it was told before, and is not
 * again: each kind once for a due day, which the database itself sees to.
 */
export async function recordReminder(
  tx: Transaction,
  notice: NewNotice & { kind: "credential.rotate-soon" | "credential.rotate-overdue"; dueOn: Date },
): Promise<void> {
  const { workspaceId, credentialId, kind, dueOn } = notice;
  const told = await tx.notice.count({ where: { workspaceId, credentialId, kind, dueOn } });
  if (told === 0) await insertNotice(tx, notice);
}

/** What a notice says of a credential that is about none. */
const NO_CREDENTIAL = { credentialId: "", credentialName: "", connectorId: "", wasVerified: true };

/** Tells a workspace of something about itself, in the transaction that does it. */
export async function recordWorkspaceNotice(
  tx: Transaction,
  notice: { workspaceId: string; kind: "workspace.second-factor-required" },
): Promise<void> {
  await insertNotice(tx, { ...notice, ...NO_CREDENTIAL });
}

/** Tells the owners and admins that someone asks for access, in the transaction that stores the request. It goes with it. */
export async function recordAccessNotice(
  tx: Transaction,
  notice: { workspaceId: string; accessRequestId: string; personName: string; wants: string },
): Promise<void> {
  await insertNotice(tx, { kind: "access.requested", ...NO_CREDENTIAL, ...notice });
}

type Asker = { workspaceId: string; userId: string; peer: string | undefined };

/** Who asked for a test sends it themselves; the worker does where they could not. */
const TEST_LEFT_ALONE_MS = 30_000;

/** A notice of no credential, to be sent at once by the caller. Returns its id. */
export async function insertTestNotice({ workspaceId, userId, peer }: Asker): Promise<string> {
  return inTransaction(async (tx) => {
    const dueAt = new Date(Date.now() + TEST_LEFT_ALONE_MS);
    const id = await insertNotice(tx, { workspaceId, kind: "notice.test", ...NO_CREDENTIAL }, dueAt);
    const { name } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } });
    const subject = { subjectId: workspaceId, subjectName: name };
    await recordAudit(tx, { workspaceId, actorId: userId, action: "notice.tested", ...subject, peer });
    return id;
  });
}

/** Until when a member saw the notices. */
export async function findReadAt(workspaceId: string, userId: string): Promise<Date> {
  const member = await (await prisma()).member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { noticesReadAt: true },
  });
  return member?.noticesReadAt ?? new Date();
}

type Looking = {
  take: number;
  /** Whether requests for access are for who looks. */
  answers: boolean;
  olderThan?: string | undefined;
};

/** Notices newest first, up to `take`, those after `olderThan` where it names one of this workspace. */
export async function listNoticeRows(
  workspaceId: string,
  { take, answers, olderThan }: Looking,
): Promise<StoredNotice[]> {
  const client = await prisma();
  const from = olderThan && (await client.notice.findFirst({ where: { id: olderThan, workspaceId } }));
  const rows = await client.notice.findMany({
    where: { workspaceId, ...(answers ? {} : { accessRequestId: null }) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    ...(from ? { cursor: { id: from.id }, skip: 1 } : {}),
    take,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as NoticeKind }));
}

/** How many notices a member has not seen, counted up to `limit`. */
export async function countUnreadRows(
  workspaceId: string,
  userId: string,
  { limit, answers }: { limit: number; answers: boolean },
): Promise<number> {
  const [row] = await prepared<{ unread: number }>(Prisma.sql`
    SELECT count(*)::int AS "unread" FROM (
      SELECT 1 FROM "Notice"
      WHERE "workspaceId" = ${workspaceId} AND "at" > (
        SELECT "noticesReadAt" FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId}
      ) AND (${answers}::boolean OR "accessRequestId" IS NULL)
      LIMIT ${limit}::int
    ) AS "some"`);
  return row?.unread ?? 0;
}

/** How long notices are kept, with their deliveries, in days. */
const KEPT_DAYS = 90;

/** Forgets what nobody looks at any more. Returns how many. */
export async function deleteOldNotices(now = Date.now()): Promise<number> {
  const { count } = await (await prisma()).notice.deleteMany({
    where: { at: { lt: new Date(now - KEPT_DAYS * DAY_MS) } },
  });
  return count;
}
