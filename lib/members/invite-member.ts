import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { parseInput } from "@/lib/platform/to-error-dto";
import { countInvitationMail } from "./count-invitation-mail";
import { insertInvitation } from "./invitation-repository";
import { newInvitationToken } from "./invitation-token";
import type { InvitationLinkDto } from "./member-dto";
import { inviteForm } from "./member-schema";
import { passOn } from "./pass-on-invitation";
import { memberChanged } from "./require-member";

/** Invites an address. The link is shown once, and mailed where that is asked for and a mail server is set up. */
export async function inviteMember(actor: Member, input: unknown): Promise<InvitationLinkDto> {
  authorize(actor, "member:invite");
  requireRecentSignIn(actor);
  const { email, role, ...wishes } = parseInput(inviteForm, input);
  const byMail = wishes.sendMail === true && isMailConfigured();
  if (role === "owner") authorize(actor, "owner:manage");
  if (byMail) await countInvitationMail(actor, email);
  const { token, ...stored } = newInvitationToken();
  const invitation = await insertInvitation(actor, { email, role, ...stored });
  if (invitation === "changed-meanwhile") throw memberChanged();
  if (invitation === "member") {
    throw new Refusal("ALREADY_MEMBER", "Check the marked fields.", {
      fields: { email: "Someone with this address is already in the workspace." },
    });
  }
  return passOn(actor, { invitation, token, byMail });
}
