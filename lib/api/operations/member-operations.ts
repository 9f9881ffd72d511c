import "server-only";
import { listOf, nothing, one, openOperation, operation, personOperation } from "@/lib/api/operation";
import {
  endedSessionsAnswer,
  invitationAnswer,
  invitationLinkAnswer,
  joinedAnswer,
  memberAnswer,
} from "@/lib/api/schemas/member";
import {
  acceptInvitationBody,
  changeRoleBody,
  inviteBody,
  leaveWorkspaceBody,
  removeMemberQuery,
  renewInvitationBody,
} from "@/lib/api/schemas/member-input";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { changeRole } from "@/lib/members/change-role";
import { endSessions } from "@/lib/members/end-sessions";
import { inviteMember } from "@/lib/members/invite-member";
import { leaveWorkspace } from "@/lib/members/leave-workspace";
import { listInvitations } from "@/lib/members/list-invitations";
import { listMembers } from "@/lib/members/list-members";
import { passInstallation } from "@/lib/members/pass-installation";
import { removeMember } from "@/lib/members/remove-member";
import { renewInvitation } from "@/lib/members/renew-invitation";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { notFound } from "@/lib/platform/errors";

const tag = "Members";

export const memberOperations = [
  operation({
    ...{ id: "listMembers", method: "GET", path: "/members", tag, permission: "member:list" },
    summary: "List members",
    answer: listOf(memberAnswer),
    run: async ({ actor }) => ({ items: await listMembers(actor) }),
  }),
  personOperation({
    ...{ id: "changeRole", method: "PATCH", path: "/members/{id}", tag, permission: "member:change-role" },
    summary: "Change someone's role",
    description: "Takes effect at their next request. `seen` is the role they have now.",
    body: changeRoleBody,
    examples: { body: { role: "admin", seen: "member" } },
    answer: nothing,
    errors: ["LAST_OWNER", "OWNS_INSTALLATION", "IN_USE", "CHANGED_MEANWHILE", "CONFIRM_PASSWORD"],
    run: ({ actor, id, body }) => changeRole(actor, { ...body, userId: id }),
  }),
  personOperation({
    ...{ id: "removeMember", method: "DELETE", path: "/members/{id}", tag, permission: "member:remove" },
    summary: "Remove someone",
    description: "Their sessions and tokens end at once. `successorId` names who takes over their credentials.",
    query: removeMemberQuery,
    answer: nothing,
    errors: ["LAST_OWNER", "OWNS_INSTALLATION", "SUCCESSOR_NEEDED", "CHANGED_MEANWHILE", "CONFIRM_PASSWORD"],
    run: ({ actor, id, query }) => removeMember(actor, { ...query, userId: id }),
  }),
  personOperation({
    ...{ id: "leaveWorkspace", method: "POST", path: "/workspaces/current/leave", tag, permission: "member:leave" },
    summary: "Leave your workspace",
    description:
      "What you own goes to `successorId`, your tokens end, and your sessions go on in another workspace of yours, or end.",
    body: leaveWorkspaceBody,
    examples: { body: {} },
    answer: nothing,
    errors: ["LAST_OWNER", "OWNS_INSTALLATION", "SUCCESSOR_NEEDED", "CHANGED_MEANWHILE", "CONFIRM_PASSWORD"],
    run: async ({ actor, body }) => {
      await leaveWorkspace(actor, body);
    },
  }),
  personOperation({
    ...{
      id: "endSessions",
      method: "POST",
      path: "/members/{id}/end-sessions",
      tag,
      permission: "member:end-sessions",
    },
    summary: "Sign someone out everywhere",
    answer: one(endedSessionsAnswer),
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, id }) => endSessions(actor, { userId: id }),
  }),
  personOperation({
    ...{ id: "passInstallation", method: "POST", path: "/members/{id}/pass-installation", tag },
    permission: "installation:pass",
    summary: "Pass the installation on to another owner",
    answer: nothing,
    errors: ["CONFIRM_PASSWORD", "CHANGED_MEANWHILE"],
    run: ({ actor, id }) => passInstallation(actor, { userId: id }),
  }),
  personOperation({
    ...{ id: "listInvitations", method: "GET", path: "/invitations", tag, permission: "member:invite" },
    summary: "List pending invitations",
    answer: listOf(invitationAnswer),
    run: async ({ actor }) => ({ items: await listInvitations(actor) }),
  }),
  personOperation({
    ...{ id: "inviteMember", method: "POST", path: "/invitations", tag, permission: "member:invite" },
    summary: "Invite someone",
    description: "Only this answer has the link.",
    body: inviteBody,
    examples: { body: { email: "grace@example.com", role: "member" } },
    answer: one(invitationLinkAnswer, 201),
    makes: {
      idOf: ({ invitation }) => invitation.id,
      again: async ({ actor }, id) => {
        const invitation = (await listInvitations(actor)).find((one) => one.id === id);
        if (!invitation) throw notFound("invitation");
        return { invitation, mail: "none" as const };
      },
    },
    errors: ["ALREADY_MEMBER", "CONFIRM_PASSWORD", "CHANGED_MEANWHILE"],
    run: ({ actor, body }) => inviteMember(actor, body),
  }),
  personOperation({
    ...{ id: "revokeInvitation", method: "DELETE", path: "/invitations/{id}", tag, permission: "member:invite" },
    summary: "Revoke an invitation",
    answer: nothing,
    run: ({ actor, id }) => revokeInvitation(actor, { invitationId: id }),
  }),
  personOperation({
    ...{ id: "renewInvitation", method: "POST", path: "/invitations/{id}/new-link", tag },
    permission: "member:invite",
    summary: "Give an invitation a new link",
    description: "The link before stops working at once. Only this answer has the new one.",
    body: renewInvitationBody,
    examples: { body: { sendMail: false } },
    answer: one(invitationLinkAnswer),
    errors: ["CONFIRM_PASSWORD", "CHANGED_MEANWHILE"],
    run: ({ actor, id, body }) => renewInvitation(actor, { ...body, invitationId: id }),
  }),
  openOperation({
    ...{ id: "acceptInvitation", method: "POST", path: "/invitations/accept", tag },
    summary: "Accept an invitation",
    description: "Signs in: the answer sets a session cookie.",
    body: acceptInvitationBody,
    examples: {
      body: {
        token: "dGhlLWVuZC1vZi10aGUtbGluay1vZi1leGFtcGxlLTE",
        name: "Grace Hopper",
        password: "a quiet sentence to remember",
      },
    },
    answer: one(joinedAnswer, 201),
    errors: ["INVITATION_UNUSABLE", "SIGN_IN_REFUSED", "TOO_MANY_ATTEMPTS", "FORBIDDEN"],
    run: ({ body, request }) => acceptInvitation(body, request.headers),
  }),
];
