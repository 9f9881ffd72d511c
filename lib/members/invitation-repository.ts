import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { isMemberRole, type MemberRole } from "@/lib/auth/role-dto";
import { recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import type { Prisma } from "@/prisma/generated/client";
import type { InvitationDto } from "./member-dto";
import { oneAtATime } from "./one-at-a-time-repository";

const toRole = (role: string | null): MemberRole => (isMemberRole(role) ? role : "viewer");

export const columns = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  inviter: { select: { name: true } },
} as const;

type Row = Prisma.InvitationGetPayload<{ select: typeof columns }>;

export const toDto = ({ id, email, role, createdAt, expiresAt, inviter }: Row): InvitationDto => ({
  id,
  email,
  role: toRole(role),
  invitedByName: inviter.name,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export const waiting = () => ({ status: "pending", expiresAt: { gt: new Date() } });

/** The invitations that can still be accepted, newest first. */
export async function listInvitationRows(workspaceId: string): Promise<InvitationDto[]> {
  const rows = await (await prisma()).invitation.findMany({
    where: { workspaceId, ...waiting() },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(toDto);
}

type NewInvitation = { email: string; role: MemberRole; tokenHash: string; expiresAt: Date };

/**
 * "member": someone with this address is in the workspace already. "changed-meanwhile": the actor's own role is another
 * one by now. A newer link takes the place of an older.
 */
export async function insertInvitation(
  actor: Actor,
  invitation: NewInvitation,
): Promise<InvitationDto | "member" | "changed-meanwhile"> {
  const { workspaceId, userId, peer } = actor;
  const { email } = invitation;
  const result = await oneAtATime(actor, async (tx) => {
    if (await tx.member.findFirst({ where: { workspaceId, user: { email } }, select: { id: true } }))
      return "member" as const;
    await tx.invitation.updateMany({
      where: { workspaceId, email, status: "pending" },
      data: { status: "revoked" },
    });
    const row = await tx.invitation.create({
      data: { id: randomId(), workspaceId, inviterId: userId, ...invitation },
      select: columns,
    });
    await recordAudit(tx, {
      workspaceId,
      actorId: userId,
      action: "member.invited",
      subjectId: row.id,
      subjectName: email,
      result: invitation.role,
      peer,
    });
    return toDto(row);
  });
  return result ?? "changed-meanwhile";
}

/** One that waits, of this workspace. */
export async function findWaitingInvitation(workspaceId: string, id: string): Promise<InvitationDto | undefined> {
  const row = await (await prisma()).invitation.findFirst({
    where: { id, workspaceId, ...waiting() },
    select: columns,
  });
  return row ? toDto(row) : undefined;
}

/**
 * Another link for one that waits, in place of the one before. Whoever asked for it has seen it, so that it is theirs
 * from now on, and ends with their rights. "gone": it waits no longer.
 */
export async function renewInvitationRow(
  actor: Actor,
  id: string,
  link: Pick<NewInvitation, "tokenHash" | "expiresAt">,
): Promise<InvitationDto | "gone" | "changed-meanwhile"> {
  const { workspaceId, userId, peer } = actor;
  const result = await oneAtATime(actor, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, workspaceId, ...waiting() },
      data: { ...link, inviterId: userId },
    });
    if (count === 0) return "gone" as const;
    const row = await tx.invitation.findFirstOrThrow({ where: { id, workspaceId }, select: columns });
    const audit = { action: "member.invitation-renewed" as const, subjectId: id, subjectName: row.email, peer };
    await recordAudit(tx, { workspaceId, actorId: userId, ...audit });
    return toDto(row);
  });
  return result ?? "changed-meanwhile";
}

/** Inside the transaction that takes someone's rights: takes back every invitation that waits and fits one of these. */
export async function revokeInvitationsIn(
  tx: Transaction,
  { workspaceId, userId: actorId, peer }: Actor,
  which: ({ inviterId: string } | { email: string })[],
): Promise<void> {
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { workspaceId, status: "pending", OR: which },
    data: { status: "revoked" },
    select: { id: true, email: true },
  });
  const common = { workspaceId, actorId, action: "member.invitation-revoked" as const, peer };
  await recordAudits(
    tx,
    revoked.map(({ id, email }) => ({ ...common, subjectId: id, subjectName: email })),
  );
}

/** False where there is no such invitation that waits. */
export async function revokeInvitationRow({ workspaceId, userId, peer }: Actor, id: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const row = await tx.invitation.findFirst({ where: { id, workspaceId }, select: { email: true } });
    const { count } = await tx.invitation.updateMany({
      where: { id, workspaceId, status: "pending" },
      data: { status: "revoked" },
    });
    if (!row || count === 0) return false;
    const audit = { action: "member.invitation-revoked" as const, subjectId: id, subjectName: row.email, peer };
    await recordAudit(tx, { workspaceId, actorId: userId, ...audit });
    return true;
  });
}

/** Deletes those whose links lead nowhere any more, accepted or not. */
export async function deleteExpiredInvitations(now = new Date()): Promise<void> {
  await (await prisma()).invitation.deleteMany({ where: { expiresAt: { lt: now } } });
}
