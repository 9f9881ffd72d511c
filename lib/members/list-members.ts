import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import { tellApart } from "@/lib/platform/tell-apart";
import type { MemberDto, Successor } from "./member-dto";
import { listMemberRows } from "./member-repository";

/**
 * Everyone in the actor's workspace, in the order in which they joined. Who invites people also sees when they were last
 * here, and whether they have a second factor: no token does.
 */
export function listMembers(actor: Principal): Promise<MemberDto[]> {
  authorize(actor, "member:list");
  return listMemberRows(actor, { withSafety: can(actor, "member:invite") });
}

/** Who of them could own what someone leaves behind, told apart from all others. */
export function successorsAmong(members: readonly MemberDto[]): Successor[] {
  const names = tellApart(members.map(({ userId: id, name, email }) => ({ id, name, email })));
  return members
    .filter((member) => can(member, "credential:own"))
    .map(({ userId, name }) => ({ userId, name: names.get(userId) ?? name }));
}
