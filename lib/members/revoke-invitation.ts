import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { revokeInvitationRow } from "./invitation-repository";
import { invitationReference } from "./member-schema";

/** Takes an invitation back: its link leads nowhere from now on. */
export async function revokeInvitation(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "member:invite");
  const { invitationId } = parseInput(invitationReference, input);
  if (!(await revokeInvitationRow(actor, invitationId))) throw notFound("invitation");
}
