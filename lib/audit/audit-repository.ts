import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { type AuditAction, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { type AuditEvent, Prisma } from "@/prisma/generated/client";
import type { AuditFilter } from "./audit-schema";

/** An event as it is stored. */
export type AuditRow = Omit<AuditEvent, "workspaceId">;

export type AuditPosition = Pick<AuditRow, "at" | "seq">;

const isDay = (text: string) => text.length === 10;

function conditions({ person, credential, action, from, to }: AuditFilter): Prisma.Sql[] {
  const end = to === undefined ? undefined : new Date(to);
  if (end && to && isDay(to)) end.setUTCDate(end.getUTCDate() + 1);
  return [
    ...(person === undefined ? [] : [Prisma.sql`e."actorId" = ${person}`]),
    ...(credential === undefined ? [] : [Prisma.sql`e."subjectId" = ${credential}`]),
    ...(action === undefined ? [] : [Prisma.sql`e."action" = ${action}`]),
    ...(from === undefined ? [] : [Prisma.sql`e."at" >= ${new Date(from)}`]),
    ...(end === undefined ? [] : [to && isDay(to) ? Prisma.sql`e."at" < ${end}` : Prisma.sql`e."at" <= ${end}`]),
  ];
}

/** Events newest first, those after `position` where one is named. Each filter walks along an index of its own. */
export async function listAuditRows(
  workspaceId: string,
  filter: AuditFilter,
  { take, position }: { take: number; position?: AuditPosition | undefined },
): Promise<AuditRow[]> {
  const where = [Prisma.sql`e."workspaceId" = ${workspaceId}`, ...conditions(filter)];
  if (position) where.push(Prisma.sql`(e."at", e."seq") < (${position.at}, ${position.seq})`);
  return (await prisma()).$queryRaw<AuditRow[]>`
    SELECT e."id", e."seq", e."at", e."actorId", e."action", e."subjectId", e."subjectName",
      e."fields", e."result", e."peer", e."previousHash", e."hash"
    FROM "AuditEvent" e WHERE ${Prisma.join(where, " AND ")} ORDER BY e."at" DESC, e."seq" DESC LIMIT ${take}`;
}

/** Where the event with this number stands; undefined where the workspace has none such. */
export async function findPosition(workspaceId: string, seq: bigint): Promise<AuditPosition | undefined> {
  const row = await (await prisma()).auditEvent.findUnique({
    where: { workspaceId_seq: { workspaceId, seq } },
    select: { at: true, seq: true },
  });
  return row ?? undefined;
}

/** Writes down that someone used the trail itself: exported or verified it. */
export async function recordAccess(
  { workspaceId, workspaceName, userId, peer }: Principal,
  entry: { action: AuditAction; fields?: string[]; result?: string },
): Promise<void> {
  const subject = { subjectId: workspaceId, subjectName: workspaceName };
  await inTransaction((tx) => recordAudit(tx, { workspaceId, actorId: userId, ...subject, ...entry, peer }));
}
