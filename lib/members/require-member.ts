import "server-only";
import type { Member } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { notFound, Refusal } from "@/lib/platform/errors";
import { findMemberRow } from "./member-repository";
import type { Target } from "./one-at-a-time-repository";

/**
 * Someone of the actor's workspace whom they are about to change. Another workspace's person and nonsense are "not
 * found"; only owners change an owner.
 */
export async function requireMember(actor: Member, userId: string): Promise<Target> {
  const target = await findMemberRow(actor.workspaceId, userId);
  if (!target) throw notFound("member");
  noteSubject(actor, { id: target.userId, name: target.name });
  if (target.role === "owner") authorize(actor, "owner:manage");
  return target;
}

export const lastOwner = () =>
  new Refusal("LAST_OWNER", "A workspace needs an owner, and this is the only one. Make someone else an owner first.");

export const holdsInstallation = () =>
  new Refusal(
    "OWNS_INSTALLATION",
    "This person owns the installation and would have no workspace left to manage it from. They must first pass it on to another owner, under Members. If they're gone for good, the operator can do it on the server: npm run installation -- pass <email>.",
  );

export const memberChanged = () =>
  new Refusal(
    "CHANGED_MEANWHILE",
    "Someone else just changed roles in this workspace. Reload the page to see them, then try again.",
  );
