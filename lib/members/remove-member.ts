import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { removeMemberInput } from "./member-schema";
import { requireMember } from "./require-member";
import { takeOut } from "./take-out";

/**
 * Removes someone from the workspace. Their sessions and tokens end at once, their data sources stay, and the credentials that
 * they own go to whom the remover names: without a name nothing happens.
 */
export async function removeMember(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "member:remove");
  requireRecentSignIn(actor);
  const { userId, successorId } = parseInput(removeMemberInput, input);
  await takeOut(actor, await requireMember(actor, userId), successorId);
}
