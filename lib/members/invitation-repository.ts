import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { isMemberRole, type MemberRole } from "@/lib/auth/role-dto";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import type { InvitationDto } from "./member-dto";

const toRole = (role: string | null): MemberRole => (isMemberRole(role) ? role : "viewer");

const columns = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  inviter: { select: { name: true } },
} as const;

type Row = {
  id: string;
  email: string;
  role: string | null;
  createdAt: Date;
  expiresAt: Date;
  inviter: { name: string };
};

const toDto = ({ id, email, role, createdAt, expiresAt, inviter }: Row): InvitationDto => ({
  id,
  email,
  role: toRole(role),
  invitedByName: inviter.name,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

const waiting = () => ({ status: "pending", expiresAt: { gt: new Date() } });

/** The invitations that can still be accepted, newest first. */
export async function listInvitationRows(workspaceId: string): Promise<InvitationDto[]> {
  const rows = await (await prisma()).invitation.findMany({
    where: { organizationId: workspaceId, ...waiting() },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(toDto);
}

type NewInvitation = { email: string; role: MemberRole; tokenHash: string; expiresAt: Date };

/** Undefined where someone with this address is in the workspace already. A newer link takes the place of an older. */
export async function insertInvitation(
  { workspaceId, userId, peer }: Actor,
  invitation: NewInvitation,
): Promise<InvitationDto | undefined> {
  const { email } = invitation;
  return inTransaction(async (tx) => {
    if (await tx.member.findFirst({ where: { organizationId: workspaceId, user: { email } }, select: { id: true } }))
      return undefined;
    await tx.invitation.updateMany({
      where: { organizationId: workspaceId, email, status: "pending" },
      data: { status: "revoked" },
    });
    const row = await tx.invitation.create({
      data: { id: randomId(), organizationId: workspaceId, inviterId: userId, ...invitation },
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
}

/** False where there is no such invitation that waits. */
export async function revokeInvitationRow({ workspaceId, userId, peer }: Actor, id: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const row = await tx.invitation.findFirst({ where: { id, organizationId: workspaceId }, select: { email: true } });
    const { count } = await tx.invitation.updateMany({
      where: { id, organizationId: workspaceId, status: "pending" },
      data: { status: "revoked" },
    });
    if (!row || count === 0) return false;
    const audit = { action: "member.invitation-revoked", subjectId: id, subjectName: row.email, peer };
    await recordAudit(tx, { workspaceId, actorId: userId, ...audit });
    return true;
  });
}

export type Offer = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: MemberRole;
  invitedByName: string;
  /** Of the account with the invited address, where there is one. */
  userId: string | undefined;
};

/** What a token offers, while it can be accepted. */
export async function findOffer(tokenHash: string): Promise<Offer | undefined> {
  const client = await prisma();
  const row = await client.invitation.findFirst({
    where: { tokenHash, ...waiting() },
    select: { ...columns, organization: { select: { id: true, name: true } } },
  });
  if (!row) return undefined;
  const user = await client.user.findUnique({ where: { email: row.email }, select: { id: true } });
  const { id: workspaceId, name: workspaceName } = row.organization;
  const { id, email, invitedByName, role } = toDto(row);
  return { id, workspaceId, workspaceName, email, role, invitedByName, userId: user?.id };
}

/** In the transaction that makes the account, or alone: takes the invitation and the place in the workspace. */
async function joinIn(tx: Transaction, offer: Offer, user: { id: string; name: string }, peer: string | undefined) {
  // Whoever comes second finds no invitation that waits: it works once.
  const { count } = await tx.invitation.updateMany({
    where: { id: offer.id, ...waiting() },
    data: { status: "accepted" },
  });
  if (count === 0) throw new NoLongerOffered();
  const { workspaceId, role } = offer;
  await tx.member.create({ data: { id: randomId(), organizationId: workspaceId, userId: user.id, role } });
  await recordAudit(tx, {
    workspaceId,
    actorId: user.id,
    action: "member.joined",
    subjectId: user.id,
    subjectName: user.name,
    result: role,
    peer,
  });
}

class NoLongerOffered extends Error {}

async function whileOffered(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    // The address got an account, or a place in the workspace, in this very moment: it was not this request.
    if (error instanceof NoLongerOffered || isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Lets an account in. False where the invitation cannot be accepted any more. */
export async function acceptAsUser(offer: Offer, userId: string, peer: string | undefined): Promise<boolean> {
  return whileOffered(() =>
    inTransaction(async (tx) => {
      const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
      await joinIn(tx, offer, { id: userId, name }, peer);
    }),
  );
}

/** Makes the account of the invited address and lets it in, or neither. */
export async function acceptAsNewUser(
  offer: Offer,
  { name, passwordHash, peer }: { name: string; passwordHash: string; peer: string | undefined },
): Promise<boolean> {
  const id = randomId();
  const account = { id: randomId(), accountId: id, providerId: "credential", password: passwordHash };
  return whileOffered(() =>
    inTransaction(async (tx) => {
      await tx.user.create({ data: { id, name, email: offer.email, accounts: { create: account } } });
      await joinIn(tx, offer, { id, name }, peer);
    }),
  );
}
