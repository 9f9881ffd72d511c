import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { passInstallationIn } from "@/lib/auth/membership-repository";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { findMemberIn, lockWorkspaceIn, oneAtATime, type Target } from "./one-at-a-time-repository";

/**
 * Whether the installation would have an owner who can manage nothing without this place: its keys are managed from a
 * workspace that they own.
 */
export async function holdsInstallationIn(tx: Transaction, workspaceId: string, { userId, role }: Target) {
  if (role !== "owner" || (await lockInstallation(tx)) !== userId) return false;
  return (await tx.member.count({ where: { userId, role: "owner", workspaceId: { not: workspaceId } } })) === 0;
}

/** Whose it is; behind the lock of the workspace. Until the transaction ends nobody else passes it on, or takes a place of its owner in another workspace. */
async function lockInstallation(tx: Transaction): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ ownerId: string }[]>`SELECT "ownerId" FROM "Installation" FOR UPDATE`;
  return row?.ownerId;
}

/** Makes another owner of the workspace the installation's. False where either of them is not what was seen any more. */
export async function passInstallationRow(actor: Actor, target: Target): Promise<boolean> {
  const { workspaceId, userId: actorId, peer } = actor;
  const passed = await oneAtATime(actor, async (tx) => {
    if ((await findMemberIn(tx, workspaceId, target.userId))?.role !== "owner") return false;
    if (!(await passInstallationIn(tx, actorId, target.userId))) return false;
    const subject = { subjectId: target.userId, subjectName: target.name };
    await recordAudit(tx, { workspaceId, actorId, action: "installation.passed", ...subject, peer });
    return true;
  });
  return passed ?? false;
}

/**
 * The operator's way, where whoever owns the installation is gone for good: to an owner of a workspace, by address. The
 * event is in that workspace's trail. Undefined where there is no such owner, or they own it already.
 */
export async function passInstallationTo(email: string, actorId: string): Promise<{ name: string } | undefined> {
  return inTransaction(async (tx) => {
    const place = await tx.member.findFirst({
      where: { role: "owner", user: { email } },
      select: { workspaceId: true, user: { select: { id: true, name: true } } },
      orderBy: { createdAt: "asc" },
    });
    if (!place) return undefined;
    const { id, name } = place.user;
    await lockWorkspaceIn(tx, place.workspaceId);
    if ((await findMemberIn(tx, place.workspaceId, id))?.role !== "owner") return undefined;
    if (!(await passInstallationIn(tx, { not: id }, id))) return undefined;
    const subject = { subjectId: id, subjectName: name };
    const workspaceId = place.workspaceId;
    await recordAudit(tx, { workspaceId, actorId, action: "installation.passed", ...subject, peer: undefined });
    return { name };
  });
}
