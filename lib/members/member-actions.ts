"use server";

import { asAction, asChange, asPublicAction, goOnTo } from "@/lib/auth/doors/as-action";
import { HOME } from "@/lib/auth/doors/return-path";
import type { ActionResult } from "@/lib/platform/result-dto";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { endSessions } from "./end-sessions";
import { inviteMember } from "./invite-member";
import { leaveWorkspace } from "./leave-workspace";
import type { InvitationLinkDto } from "./member-dto";
import { passInstallation } from "./pass-installation";
import { removeMember } from "./remove-member";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";

export async function inviteMemberAction(from: unknown, input: unknown): Promise<ActionResult<InvitationLinkDto>> {
  return asChange(from, (actor) => inviteMember(actor, input));
}

export async function revokeInvitationAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await revokeInvitation(actor, input);
    return null;
  });
}

export async function changeRoleAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await changeRole(actor, input);
    return null;
  });
}

export async function removeMemberAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await removeMember(actor, input);
    return null;
  });
}

/** Leaves and goes on in another workspace, or to the page that says that there is none. */
export async function leaveWorkspaceAction(from: unknown, input: unknown): Promise<ActionResult<never>> {
  return asAction(from, async (actor) => {
    const { nextWorkspaceId } = await leaveWorkspace(actor, input);
    goOnTo(nextWorkspaceId === undefined ? "/left" : HOME);
  });
}

/** The invitation's new link, this once. */
export async function renewInvitationAction(from: unknown, input: unknown): Promise<ActionResult<InvitationLinkDto>> {
  return asChange(from, (actor) => renewInvitation(actor, input));
}

export async function endSessionsAction(from: unknown, input: unknown): Promise<ActionResult<{ ended: number }>> {
  return asAction(from, (actor) => endSessions(actor, input));
}

export async function passInstallationAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await passInstallation(actor, input);
    return null;
  });
}

/** Joins and goes to the data sources of the workspace that was joined. */
export async function acceptInvitationAction(input: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (headers) => {
    const { step } = await acceptInvitation(input, headers);
    goOnTo(step === "second-factor" ? "/sign-in?step=code" : HOME);
  });
}
