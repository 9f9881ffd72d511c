import "server-only";
import { type Member as Actor, type Principal, personIdOf } from "@/lib/auth/actor";
import { deleteMemberIn, deleteSessionsIn, leaveIn, setRoleIn } from "@/lib/auth/membership-repository";
import type { MemberRole } from "@/lib/auth/role-dto";
import { listSecondFactors, type SecondFactors } from "@/lib/auth/second-factor/second-factors-repository";
import { revokeTokensIn } from "@/lib/auth/tokens/token-repository";
import { listOwnedIn, transferAllIn } from "@/lib/credentials/credential-repository";
import { type AuditAction, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isoDay } from "@/lib/settings/rotation-of";
import { grantAccessIn } from "./access-request-repository";
import { holdsInstallationIn } from "./installation-repository";
import { revokeInvitationsIn } from "./invitation-repository";
import type { MemberDto } from "./member-dto";
import { findMemberIn, oneAtATime, type Target, toRole } from "./one-at-a-time-repository";

function secondFactorOf(has: SecondFactors | undefined) {
  if (has?.app || has?.passkey) return "on" as const;
  return has?.providerAlone ? ("elsewhere" as const) : ("off" as const);
}

/** When each of them was last here, and whether a second factor is asked of them. */
async function findSafety(workspaceId: string): Promise<Map<string, Pick<MemberDto, "lastSeenOn" | "secondFactor">>> {
  const [rows, factors] = await Promise.all([
    (await prisma()).member.findMany({ where: { workspaceId }, select: { userId: true, lastSeenAt: true } }),
    listSecondFactors(workspaceId),
  ]);
  const has = new Map(factors.map((one) => [one.userId, one]));
  return new Map(
    rows.map(({ userId, lastSeenAt }) => [
      userId,
      { lastSeenOn: lastSeenAt ? isoDay(lastSeenAt) : null, secondFactor: secondFactorOf(has.get(userId)) },
    ]),
  );
}

/** Everyone in a workspace, those who may do most first; with how safe they are where that is asked for. */
export async function listMemberRows(asker: Principal, { withSafety = false } = {}): Promise<MemberDto[]> {
  const { workspaceId } = asker;
  const you = personIdOf(asker);
  const client = await prisma();
  const [safety, rows, owned] = await Promise.all([
    withSafety ? findSafety(workspaceId) : undefined,
    client.member.findMany({
      where: { workspaceId },
      select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    client.credential.groupBy({ by: ["ownerId"], where: { workspaceId, deletedAt: null }, _count: true }),
  ]);
  const owns = new Map(owned.map(({ ownerId, _count }) => [ownerId, _count]));
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    ...user,
    role: toRole(role),
    joinedAt: createdAt.toISOString(),
    isYou: userId === you,
    owns: owns.get(userId) ?? 0,
    ...safety?.get(userId),
  }));
}

export async function findMemberRow(workspaceId: string, userId: string): Promise<Target | undefined> {
  return findMemberIn(await prisma(), workspaceId, userId);
}

async function isLastOwner(tx: Transaction, workspaceId: string, { role }: Target): Promise<boolean> {
  return role === "owner" && (await tx.member.count({ where: { workspaceId, role: "owner" } })) === 1;
}

/** What an audit row says of a change to someone. */
function entry({ workspaceId, userId, peer }: Actor, action: AuditAction, target: Target, fields: string[] = []) {
  return { workspaceId, actorId: userId, action, subjectId: target.userId, subjectName: target.name, fields, peer };
}

export type ChangeResult = "changed" | "changed-meanwhile" | "last-owner" | "holds-installation" | "owns-credentials";

/** "owns-credentials": there are some, and someone of the new role could not own them. */
export async function changeRoleRow(
  actor: Actor,
  target: Target,
  role: MemberRole,
  owners: readonly string[],
): Promise<ChangeResult> {
  const { workspaceId } = actor;
  const result = await oneAtATime(actor, async (tx): Promise<ChangeResult> => {
    if ((await findMemberIn(tx, workspaceId, target.userId))?.role !== target.role) return "changed-meanwhile";
    if (role !== "owner" && (await isLastOwner(tx, workspaceId, target))) return "last-owner";
    if (role !== "owner" && (await holdsInstallationIn(tx, workspaceId, target))) return "holds-installation";
    if (!owners.includes(role) && (await listOwnedIn(tx, workspaceId, target.userId)).length > 0)
      return "owns-credentials";
    await setRoleIn(tx, { workspaceId, userId: target.userId }, role);
    // What they could no longer offer is offered by nobody.
    if (role !== "owner") await revokeInvitationsIn(tx, actor, [{ inviterId: target.userId }]);
    await recordAudit(tx, { ...entry(actor, "member.role-changed", target, ["role"]), result: role });
    await grantAccessIn(tx, actor, target, role);
    return "changed";
  });
  return result ?? "changed-meanwhile";
}

export type RemoveResult =
  | Exclude<ChangeResult, "changed" | "owns-credentials">
  | { removed: true; nextWorkspaceId: string | undefined }
  | "more"
  | "no-such-successor"
  | { needsSuccessor: { id: string; name: string }[] };

type Successor = { userId: string | undefined; roles: readonly string[] };

/** Whose deleted credentials become where nobody has to be named: the remover's, or an owner's who stays. */
async function heirIn(tx: Transaction, { workspaceId, userId: actorId }: Actor, leavingId: string): Promise<string> {
  if (actorId !== leavingId) return actorId;
  const owner = await tx.member.findFirst({
    where: { workspaceId, role: "owner", userId: { not: leavingId } },
    select: { userId: true },
    orderBy: { createdAt: "asc" },
  });
  return owner?.userId ?? actorId;
}

/** Takes someone's place and what they may come back by, and ends their sessions. */
async function takePlaceIn(tx: Transaction, actor: Actor, target: Target, leaves: boolean) {
  const place = { workspaceId: actor.workspaceId, userId: target.userId };
  const next = leaves ? await leaveIn(tx, place) : await deleteMemberIn(tx, place);
  // Neither by a link that they made for another address of theirs, nor by one that waits for theirs, do they come back.
  await revokeInvitationsIn(tx, actor, [{ inviterId: target.userId }, { email: target.email }]);
  await revokeTokensIn(tx, actor, target.userId);
  await recordAudit(tx, entry(actor, leaves ? "member.left" : "member.removed", target));
  return next ?? undefined;
}

/**
 * Removes someone, in one transaction: what they own goes to the successor, and their sessions and tokens end. What else
 * they made stays. "more" where they own so much that this transaction only passed some of it on: to be called again.
 * Whoever leaves by themselves goes on in another workspace of theirs, where there is one.
 */
export async function removeMemberRow(
  actor: Actor,
  target: Target,
  successor: Successor,
  { leaves = false } = {},
): Promise<RemoveResult> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { userId } = target;
  const result = await oneAtATime(actor, async (tx): Promise<RemoveResult> => {
    if ((await findMemberIn(tx, workspaceId, userId))?.role !== target.role) return "changed-meanwhile";
    if (await isLastOwner(tx, workspaceId, target)) return "last-owner";
    if (await holdsInstallationIn(tx, workspaceId, target)) return "holds-installation";
    const owned = await listOwnedIn(tx, workspaceId, userId);
    // What was deleted can still be restored.
    let heirId = await heirIn(tx, actor, userId);
    if (owned.length > 0 && successor.userId === undefined) return { needsSuccessor: owned };
    if (successor.userId !== undefined) {
      const heir = await findMemberIn(tx, workspaceId, successor.userId);
      if (!heir || heir.userId === userId || !successor.roles.includes(heir.role)) return "no-such-successor";
      heirId = heir.userId;
    }
    if (!(await transferAllIn(tx, { workspaceId, actorId, peer }, { from: userId, to: heirId }))) return "more";
    return { removed: true, nextWorkspaceId: await takePlaceIn(tx, actor, target, leaves) };
  });
  return result ?? "changed-meanwhile";
}

/** Ends every session of someone. Returns how many there were. */
export async function endSessionRows(actor: Actor, target: Target): Promise<number> {
  return inTransaction(async (tx) => {
    const count = await deleteSessionsIn(tx, target.userId);
    await recordAudit(tx, entry(actor, "member.sessions-ended", target));
    return count;
  });
}
