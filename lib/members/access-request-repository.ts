import "server-only";
import { ACCESS, type AccessRequestDto, type AccessWant, hasAccess, isAccessWant } from "@/lib/auth/access-dto";
import type { Member as Actor } from "@/lib/auth/actor";
import type { MemberRole } from "@/lib/auth/role-dto";
import { recordAccessNotice } from "@/lib/notices/notice-repository";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import type { Prisma } from "@/prisma/generated/client";
import { toRole } from "./one-at-a-time-repository";

const columns = {
  id: true,
  userId: true,
  wants: true,
  note: true,
  createdAt: true,
  member: { select: { user: { select: { name: true } } } },
} as const;

type Row = Prisma.AccessRequestGetPayload<{ select: typeof columns }>;

/** None of what this version does not know. */
function toDto({ wants, member, createdAt, ...row }: Row): AccessRequestDto[] {
  if (!isAccessWant(wants)) return [];
  const { role } = ACCESS[wants];
  return [{ ...row, wants, role, personName: member.user.name, createdAt: createdAt.toISOString() }];
}

/** Those that wait, newest first; of one person alone where one is named. */
export async function listAccessRequestRows(workspaceId: string, userId?: string): Promise<AccessRequestDto[]> {
  const rows = await (await prisma()).accessRequest.findMany({
    where: { workspaceId, ...(userId === undefined ? {} : { userId }) },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.flatMap(toDto);
}

/** Stores one and tells the owners and admins. "waits": the same one does; the others: their role was changed meanwhile. */
export async function insertAccessRequest(
  { workspaceId, userId, name, peer }: Actor,
  { wants, note }: { wants: AccessWant; note: string },
): Promise<"stored" | "waits" | "no-member" | "has-it"> {
  const id = randomId();
  try {
    return await inTransaction(async (tx) => {
      const [member] = await tx.$queryRaw<{ role: string }[]>`
        SELECT "role" FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId} FOR SHARE`;
      if (!member) return "no-member";
      if (hasAccess(toRole(member.role), wants)) return "has-it";
      await tx.accessRequest.create({ data: { id, workspaceId, userId, wants, note }, select: { id: true } });
      await recordAccessNotice(tx, { workspaceId, accessRequestId: id, personName: name, wants });
      const subject = { subjectId: id, subjectName: ACCESS[wants].name };
      const audit = { action: "member.access-requested" as const, ...subject, result: wants, peer };
      await recordAudit(tx, { workspaceId, actorId: userId, ...audit });
      return "stored";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "waits";
    throw error;
  }
}

/** Takes one back or puts it away, and its notice with it. False where none such waits. */
export async function deleteAccessRequest(
  { workspaceId, userId: actorId, peer }: Actor,
  id: string,
  how: "withdrawn" | "dismissed",
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const ofWhom = how === "withdrawn" ? { userId: actorId } : {};
    const row = await tx.accessRequest.findFirst({ where: { id, workspaceId, ...ofWhom }, select: columns });
    const { count } = await tx.accessRequest.deleteMany({ where: { id, workspaceId, ...ofWhom } });
    if (!row || count === 0) return false;
    const { wants, userId, member } = row;
    const wanted = isAccessWant(wants) ? ACCESS[wants].name : wants;
    const subject =
      how === "withdrawn"
        ? { subjectId: id, subjectName: wanted }
        : { subjectId: userId, subjectName: member.user.name };
    const audit = { action: `member.access-${how}` as const, ...subject, result: wants, peer };
    await recordAudit(tx, { workspaceId, actorId, ...audit });
    return true;
  });
}

/** In the transaction that gives someone another role: what they have by it now waits no longer. */
export async function grantAccessIn(
  tx: Transaction,
  { workspaceId, userId: actorId, peer }: Actor,
  { userId, name }: { userId: string; name: string },
  role: MemberRole,
): Promise<void> {
  const rows = await tx.accessRequest.findMany({ where: { workspaceId, userId }, select: { id: true, wants: true } });
  const granted = rows.filter(({ wants }) => isAccessWant(wants) && hasAccess(role, wants));
  if (granted.length === 0) return;
  await tx.accessRequest.deleteMany({ where: { workspaceId, id: { in: granted.map(({ id }) => id) } } });
  const audit = { action: "member.access-granted" as const, subjectId: userId, subjectName: name, peer };
  for (const { wants } of granted) await recordAudit(tx, { workspaceId, actorId, ...audit, result: wants });
}
