import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { parseInput } from "@/lib/platform/to-error-dto";
import { countInvitationMail } from "./count-invitation-mail";
import { findWaitingInvitation, renewInvitationRow } from "./invitation-repository";
import { newInvitationToken } from "./invitation-token";
import type { InvitationLinkDto } from "./member-dto";
import { renewInvitationInput } from "./member-schema";
import { passOn } from "./pass-on-invitation";
import { memberChanged } from "./require-member";

/** *New link*: an invitation that waits gets another link and its days anew. The link before leads nowhere at once. */
export async function renewInvitation(actor: Member, input: unknown): Promise<InvitationLinkDto> {
  authorize(actor, "member:invite");
  requireRecentSignIn(actor);
  const { invitationId, ...wishes } = parseInput(renewInvitationInput, input);
  const waiting = await findWaitingInvitation(actor.workspaceId, invitationId);
  if (!waiting) throw notFound("invitation");
  if (waiting.role === "owner") authorize(actor, "owner:manage");
  const byMail = wishes.sendMail === true && isMailConfigured();
  if (byMail) await countInvitationMail(actor, waiting.email);
  const { token, ...stored } = newInvitationToken();
  const invitation = await renewInvitationRow(actor, invitationId, stored);
  if (invitation === "changed-meanwhile") throw memberChanged();
  if (invitation === "gone") throw notFound("invitation");
  return passOn(actor, { invitation, token, byMail });
}
