import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { MemberDto } from "./member-dto";
import { listMemberRows } from "./member-repository";

/** Everyone in the actor's workspace, in the order in which they joined. */
export function listMembers(actor: Member): Promise<MemberDto[]> {
  authorize(actor, "member:list");
  return listMemberRows(actor);
}
