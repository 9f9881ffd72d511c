import "server-only";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { randomId } from "@/lib/platform/random-id";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { dueDay } from "@/lib/settings/rotation-of";
import { findSettings, findSettingsIn, listReceiversIn } from "@/lib/settings/settings-repository";
import type { Credential, CredentialStatus } from "@/prisma/generated/client";
import type { NoticeDto, NoticeKind } from "./notice-dto";
import { type CredentialNow, noticePath, noticeWords, type StoredNotice } from "./notice-words";

type NewNotice = Omit<StoredNotice, "id" | "at"> & { workspaceId: string };

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
  const { credentialId, kind, dueOn } = notice;
  const told = await tx.notice.count({ where: { credentialId, kind, dueOn } });
  if (told === 0) await insertNotice(tx, notice);
}

type Asker = { workspaceId: string; userId: string; peer: string | undefined };

/** Who asked for a test sends it themselves; the worker does where they could not. */
const TEST_LEFT_ALONE_MS = 30_000;

/** A notice of no credential, to be sent at once by the caller. Returns its id. */
export async function insertTestNotice({ workspaceId, userId, peer }: Asker): Promise<string> {
  return inTransaction(async (tx) => {
    const nothing = { credentialId: "", credentialName: "", connectorId: "", wasVerified: true };
    const dueAt = new Date(Date.now() + TEST_LEFT_ALONE_MS);
    const id = await insertNotice(tx, { workspaceId, kind: "notice.test", ...nothing }, dueAt);
    const { name } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } });
    const subject = { subjectId: workspaceId, subjectName: name };
    await recordAudit(tx, { workspaceId, actorId: userId, action: "notice.tested", ...subject, peer });
    return id;
  });
}

const NOW: Record<CredentialStatus, CredentialNow> = { FAILED: "as-told", VERIFIED: "mended", UNVERIFIED: "changed" };

type Row = Omit<StoredNotice, "kind"> & { kind: string };
type Told = Pick<Credential, "status" | "valuesChangedAt" | "rotateBy">;

/** What has become of the credential since it was told. */
function sinceThen({ at, dueOn }: Row, credential: Told | undefined, maxAgeDays: number | null): CredentialNow {
  if (!credential) return "deleted";
  if (!dueOn) return NOW[credential.status];
  if (credential.valuesChangedAt > at) return "changed";
  return dueDay(credential, maxAgeDays)?.getTime() === dueOn.getTime() ? "as-told" : "rescheduled";
}

function toDto(row: Row, readAt: Date, now: CredentialNow): NoticeDto {
  const { id, at, credentialId, credentialName } = row;
  const kind = row.kind as NoticeKind;
  // Values that work again need no replacing, whatever this notice said.
  const path =
    now === "deleted"
      ? undefined
      : noticePath({ kind: now === "as-told" ? kind : "credential.recovered", credentialId });
  const label = path?.endsWith("?replace=1") ? "Replace values" : "Open the credential";
  return {
    id,
    at: at.toISOString(),
    kind,
    ...(credentialName ? { credentialName } : {}),
    ...noticeWords({ ...row, kind }, { now }),
    ...(path ? { link: { href: path, label } } : {}),
    unread: at > readAt,
  };
}

/** Until when a member saw the notices. */
async function findReadAt(workspaceId: string, userId: string): Promise<Date> {
  const member = await (await prisma()).member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { noticesReadAt: true },
  });
  return member?.noticesReadAt ?? new Date();
}

/** Notices newest first, those after `olderThan` where it names one of this workspace. One more than `take` may come. */
export async function listNoticeRows(
  { workspaceId, userId }: { workspaceId: string; userId: string },
  take: number,
  olderThan?: string,
): Promise<NoticeDto[]> {
  const client = await prisma();
  const from = olderThan && (await client.notice.findFirst({ where: { id: olderThan, workspaceId } }));
  const rows = await client.notice.findMany({
    where: { workspaceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    ...(from ? { cursor: { id: from.id }, skip: 1 } : {}),
    take,
  });
  const credentials = await client.credential.findMany({
    where: { workspaceId, deletedAt: null, id: { in: [...new Set(rows.map(({ credentialId }) => credentialId))] } },
    select: { id: true, status: true, valuesChangedAt: true, rotateBy: true },
  });
  const known = new Map(credentials.map((credential) => [credential.id, credential]));
  const [readAt, { maxAgeDays }] = await Promise.all([findReadAt(workspaceId, userId), findSettings(workspaceId)]);
  return rows.map((row) => toDto(row, readAt, sinceThen(row, known.get(row.credentialId), maxAgeDays)));
}

/** How many notices a member has not seen, counted up to `limit`. */
export async function countUnreadRows(workspaceId: string, userId: string, limit: number): Promise<number> {
  const at = { gt: await findReadAt(workspaceId, userId) };
  return (await prisma()).notice.count({ where: { workspaceId, at }, take: limit });
}

/** Notices until then were seen. A later moment that was written down already stays. */
export async function markReadUntil(workspaceId: string, userId: string, until: Date): Promise<void> {
  await (await prisma()).member.updateMany({
    where: { workspaceId, userId, noticesReadAt: { lt: until } },
    data: { noticesReadAt: until },
  });
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
