"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { asAction, asPublicAction } from "@/lib/auth/as-action";
import { HOME } from "@/lib/auth/return-path";
import type { ActionResult } from "@/lib/platform/result-dto";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { endSessions } from "./end-sessions";
import { inviteMember } from "./invite-member";
import type { InvitationLinkDto } from "./member-dto";
import { passInstallation } from "./pass-installation";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

export async function inviteMemberAction(from: unknown, input: unknown): Promise<ActionResult<InvitationLinkDto>> {
  return asAction(from, async (actor) => {
    const link = await inviteMember(actor, input);
    revalidatePath("/members");
    return link;
  });
}

export async function revokeInvitationAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await revokeInvitation(actor, input);
    revalidatePath("/members");
    return null;
  });
}

export async function changeRoleAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await changeRole(actor, input);
    revalidatePath("/", "layout");
    return null;
  });
}

export async function removeMemberAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await removeMember(actor, input);
    revalidatePath("/", "layout");
    return null;
  });
}

export async function endSessionsAction(from: unknown, input: unknown): Promise<ActionResult<{ ended: number }>> {
  return asAction(from, (actor) => endSessions(actor, input));
}

export async function passInstallationAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await passInstallation(actor, input);
    revalidatePath("/", "layout");
    return null;
  });
}

/** Joins and goes to the data sources of the workspace that was joined. */
export async function acceptInvitationAction(input: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (headers) => {
    const { step } = await acceptInvitation(input, headers);
    revalidatePath("/", "layout");
    redirect(step === "second-factor" ? "/sign-in?step=code" : HOME);
  });
}
