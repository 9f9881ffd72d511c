import "server-only";
import type { Member } from "@/lib/auth/actor";
import { publicUrl } from "@/lib/auth/public-url";
import { sendMail } from "@/lib/platform/send-mail";
import { invitationMail } from "./invitation-mail";
import type { InvitationDto, InvitationLinkDto } from "./member-dto";

type Made = { invitation: InvitationDto; token: string; byMail: boolean };

/** The link, for whoever made it to see once, and by mail where that was asked for. */
export async function passOn(actor: Member, { invitation, token, byMail }: Made): Promise<InvitationLinkDto> {
  const link = new URL(`/invite/${token}`, publicUrl()).href;
  if (!byMail) return { invitation, link, mail: "none" };
  const expiresAt = new Date(invitation.expiresAt);
  const content = invitationMail({ link, inviter: actor.name, workspaceName: actor.workspaceName, expiresAt });
  // A new link is another mail, which the receiver's program is not to take for the first again.
  const messageId = `${invitation.id}.${expiresAt.getTime()}@${publicUrl().hostname}`;
  const sent = await sendMail({ to: invitation.email, messageId, ...content });
  return { invitation, link, mail: sent.kind };
}
