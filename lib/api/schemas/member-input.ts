import * as z from "zod/mini";
import { ACCESS_NOTE_MAX } from "@/lib/auth/access-dto";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/auth/auth-dto";
import { ownerForm, ownName } from "@/lib/auth/auth-schema";
import {
  accessRequestInput,
  changeRoleInput,
  invitationToken,
  inviteForm,
  leaveInput,
  newPersonForm,
  removeMemberInput,
} from "@/lib/members/member-schema";
import { say } from "./answer";
import { body, nameOf } from "./input";

const address = { format: "email", maxLength: 320 };

export const changeRoleBody = body("ChangeRole", "Another role for someone.", {
  role: say(changeRoleInput.shape.role, "The role that they have from now on."),
  seen: say(changeRoleInput.shape.seen, "The role that you saw: one that changed meanwhile is not overwritten."),
});

export const removeMemberQuery = z.object({
  successorId: say(removeMemberInput.shape.successorId, "Who takes over the credentials that they own."),
});

export const inviteBody = body("Invite", "Someone to be invited.", {
  email: say(inviteForm.shape.email, "Their address.", address),
  role: say(inviteForm.shape.role, "The role that they get."),
  sendMail: say(inviteForm.shape.sendMail, "Whether they get the link by mail, where the operator set up a server."),
});

export const renewInvitationBody = body("RenewInvitation", "A new link for an invitation.", {
  sendMail: say(inviteForm.shape.sendMail, "Whether they get the link by mail, where the operator set up a server."),
});

export const leaveWorkspaceBody = body("LeaveWorkspace", "Who takes over what you own here.", {
  successorId: say(leaveInput.shape.successorId, "Needed if you own credentials."),
});

export const requestAccessBody = body("RequestAccess", "What you ask the owners and admins for.", {
  wants: say(accessRequestInput.shape.wants, "A screen, or what a role can do."),
  note: say(accessRequestInput.shape.note, "Why, in a line.", { maxLength: ACCESS_NOTE_MAX }),
});

/** What passwords of accounts have to be. */
const passwordSaid = { minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX };

export const acceptInvitationBody = body("AcceptInvitation", "An invitation to be accepted, once.", {
  token: say(invitationToken.shape.token, "The end of the link."),
  name: z.optional(nameOf(newPersonForm.shape.name, "Of someone who has no account yet.")),
  password: z.optional(
    say(z.string(), "The account's, or a new one of someone who has none; nobody signed in needs it.", {
      minLength: 1,
      maxLength: PASSWORD_MAX,
    }),
  ),
});

export const setupBody = body("Setup", "The first owner of an installation.", {
  token: say(ownerForm.shape.token, "The set-up token, which the server printed when it started."),
  name: nameOf(ownName, "What they call themselves."),
  email: say(ownerForm.shape.email, "The address to sign in with.", address),
  password: say(ownerForm.shape.password, "Their password, which nobody else has had.", passwordSaid),
});
