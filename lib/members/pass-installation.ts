import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Job, Member } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { passInstallationRow, passInstallationTo } from "./installation-repository";
import { emailReference, memberReference } from "./member-schema";
import { memberChanged, requireMember } from "./require-member";

/** Makes another owner of this workspace the owner of the installation, who manages its keys and creates workspaces. */
export async function passInstallation(actor: Member, input: unknown): Promise<void> {
  await authorizeForInstallation(actor, "installation:pass");
  requireRecentSignIn(actor);
  const { userId } = parseInput(memberReference, input);
  const target = await requireMember(actor, userId);
  if (target.userId === actor.userId) return;
  if (target.role !== "owner")
    throw new Refusal("INVALID_INPUT", "You can pass the installation on only to an owner of this workspace.");
  if (!(await passInstallationRow(actor, target))) throw memberChanged();
  log.info({ to: target.userId }, "the installation was passed on");
}

/** The same by the operator, to an owner of any workspace: for an owner of the installation who is gone for good. */
export async function passInstallationByOperator(actor: Job, input: unknown): Promise<{ name: string }> {
  authorize(actor, "installation:pass");
  const { email } = parseInput(emailReference, { email: input });
  const passed = await passInstallationTo(email, actor.userId);
  if (passed) return passed;
  throw new Refusal(
    "NOT_FOUND",
    "No workspace has an owner with this address who doesn't already own the installation.",
  );
}
