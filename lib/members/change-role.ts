import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize, permissions } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { changeRoleRow } from "./member-repository";
import { changeRoleInput } from "./member-schema";
import { holdsInstallation, lastOwner, memberChanged, requireMember } from "./require-member";

/** Gives someone another role. It counts at their next request. */
export async function changeRole(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "member:change-role");
  requireRecentSignIn(actor);
  const { userId, role, seen } = parseInput(changeRoleInput, input);
  const target = await requireMember(actor, userId);
  if (role === "owner") authorize(actor, "owner:manage");
  if (target.role !== seen) throw memberChanged();
  if (target.role === role) return;
  const result = await changeRoleRow(actor, target, role, permissions["credential:own"]);
  if (result === "last-owner") throw lastOwner();
  if (result === "holds-installation") throw holdsInstallation();
  if (result === "changed-meanwhile") throw memberChanged();
  if (result === "owns-credentials") {
    throw new Refusal(
      "IN_USE",
      "This person owns credentials, and this role can't. Transfer them to someone else first.",
    );
  }
}
