import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { listInvitationRows } from "./invitation-repository";
import type { InvitationDto } from "./member-dto";

/** The invitations to the actor's workspace that wait, newest first. */
export function listInvitations(actor: Member): Promise<InvitationDto[]> {
  authorize(actor, "member:invite");
  return listInvitationRows(actor.workspaceId);
}
