import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { leaveInput } from "./member-schema";
import { takeOut } from "./take-out";

/**
 * Leaves the actor's workspace: as if they were removed, by their own will. Its last owner cannot. Their sessions go on
 * in another workspace of theirs, whose id is returned; without one they end.
 */
export async function leaveWorkspace(actor: Member, input: unknown): Promise<{ nextWorkspaceId: string | undefined }> {
  authorize(actor, "member:leave");
  requireRecentSignIn(actor);
  const { successorId } = parseInput(leaveInput, input);
  const { userId, name, email, role } = actor;
  return { nextWorkspaceId: await takeOut(actor, { userId, name, email, role }, successorId, { leaves: true }) };
}
