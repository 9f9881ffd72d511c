import * as z from "zod/mini";
import { ACCESS_NOTE_MAX, ACCESS_WANTS } from "@/lib/auth/access-dto";
import { email, newPassword, ownName } from "@/lib/auth/auth-schema";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { recordId } from "@/lib/platform/reference-schema";
import { limitedText, textSchema } from "@/lib/platform/text-schema";

const role = z.enum(MEMBER_ROLES, "Choose a role.");

export const inviteForm = z.object({ email, role, sendMail: z.optional(z.boolean("Yes or no.")) });
export type InviteForm = z.infer<typeof inviteForm>;

export const changeRoleInput = z.object({
  userId: recordId,
  role,
  /** The role that was shown: one that changed meanwhile is not overwritten. */
  seen: role,
});

export const removeMemberInput = z.object({ userId: recordId, successorId: z.optional(recordId) });

/** `successorId`: who takes over what they own. */
export const leaveInput = z.object({ successorId: z.optional(recordId) });

export const memberReference = z.object({ userId: recordId });
export const emailReference = z.object({ email });
export const invitationReference = z.object({ invitationId: recordId });
export const renewInvitationInput = z.object({ ...invitationReference.shape, sendMail: inviteForm.shape.sendMail });
export const workspaceReference = z.object({ workspaceId: recordId });

const workspaceName = textSchema({ label: "Workspace name", max: NAME_MAX, required: true });

export const workspaceForm = z.object({ name: workspaceName });
export type WorkspaceForm = z.infer<typeof workspaceForm>;

/** `seen`: the name that was shown. */
export const renameWorkspaceInput = z.object({
  name: workspaceName,
  seen: limitedText("Not a name.", 16 * NAME_MAX).check(z.regex(/^[^\0]*$/, "Not a name.")),
});

export const secondFactorRuleInput = z.object({ isRequired: z.boolean("Yes or no.") });
export const accessRequestInput = z.object({
  wants: z.enum(ACCESS_WANTS, "Choose what you need."),
  note: z.optional(textSchema({ label: "Note", max: ACCESS_NOTE_MAX })),
});
export type AccessForm = z.infer<typeof accessRequestInput>;
export const accessRequestReference = z.object({ requestId: recordId });

/** 32 random bytes as base64url. */
export const invitationToken = z.object({
  token: limitedText("Not an invitation.", 43).check(z.regex(/^[A-Za-z0-9_-]{43}$/, "Not an invitation.")),
});

/** The name that a provider gives someone, or the beginning of their address where it is none that we would take. */
export function personName(given: string | undefined, address: string): string {
  const parsed = ownName.safeParse(given);
  return parsed.success ? parsed.data : (address.split("@")[0] ?? address).slice(0, NAME_MAX);
}

/** Someone new. Their address is the invited one, so it is not asked for. */
export const newPersonForm = z.object({
  name: ownName,
  password: newPassword,
});
export type NewPersonForm = z.infer<typeof newPersonForm>;
