import * as z from "zod/mini";
import { email, newPassword } from "@/lib/auth/auth-schema";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import { limitedText, textSchema } from "@/lib/platform/text-schema";
import { WORKSPACE_NAME_MAX } from "./member-dto";

const id = limitedText("Not an id.", 64).check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, "Not an id."));
const role = z.enum(MEMBER_ROLES, "Choose a role.");

export const inviteForm = z.object({ email, role, sendMail: z.optional(z.boolean("Yes or no.")) });
export type InviteForm = z.infer<typeof inviteForm>;

export const changeRoleInput = z.object({
  userId: id,
  role,
  /** The role that was shown: one that changed meanwhile is not overwritten. */
  seen: role,
});

export const removeMemberInput = z.object({ userId: id, successorId: z.optional(id) });

export const memberReference = z.object({ userId: id });
export const emailReference = z.object({ email });
export const invitationReference = z.object({ invitationId: id });
export const workspaceReference = z.object({ workspaceId: id });

const workspaceName = textSchema({ label: "Workspace name", max: WORKSPACE_NAME_MAX, required: true });

export const workspaceForm = z.object({ name: workspaceName });
export type WorkspaceForm = z.infer<typeof workspaceForm>;

/** `seen`: the name that was shown. */
export const renameWorkspaceInput = z.object({
  name: workspaceName,
  seen: limitedText("Not a name.", 16 * WORKSPACE_NAME_MAX),
});

/** 32 random bytes as base64url. */
export const invitationToken = z.object({
  token: limitedText("Not an invitation.", 43).check(z.regex(/^[A-Za-z0-9_-]{43}$/, "Not an invitation.")),
});

const name = textSchema({ label: "Name", max: 100, required: true });

/** The name that a provider gives someone, or the beginning of their address where it is none that we would take. */
export function personName(given: string | undefined, address: string): string {
  const parsed = name.safeParse(given);
  return parsed.success ? parsed.data : (address.split("@")[0] ?? address).slice(0, 100);
}

/** Someone new. Their address is the invited one, so it is not asked for. */
export const newPersonForm = z.object({
  name,
  password: newPassword,
});
export type NewPersonForm = z.infer<typeof newPersonForm>;
