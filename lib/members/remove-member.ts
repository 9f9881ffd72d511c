import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize, permissions } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { removeMemberRow } from "./member-repository";
import { removeMemberInput } from "./member-schema";
import { holdsInstallation, lastOwner, memberChanged, requireMember } from "./require-member";

/**
 * Removes someone from the workspace. Their sessions and tokens end at once, their data sources stay, and the credentials that
 * they own go to whom the remover names: without a name nothing happens.
 */
export async function removeMember(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "member:remove");
  requireRecentSignIn(actor);
  const { userId, successorId } = parseInput(removeMemberInput, input);
  const target = await requireMember(actor, userId);
  const successor = { userId: successorId, roles: permissions["credential:own"] };
  let result = await removeMemberRow(actor, target, successor);
  while (result === "more") result = await removeMemberRow(actor, target, successor);
  if (result === "last-owner") throw lastOwner();
  if (result === "holds-installation") throw holdsInstallation();
  if (result === "changed-meanwhile") throw memberChanged();
  if (result === "no-such-successor") {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
      fields: { successorId: "Choose someone in this workspace who is more than a viewer." },
    });
  }
  if (typeof result === "object") {
    throw new Refusal("SUCCESSOR_NEEDED", "This person owns credentials. Choose who takes them over.", {
      fields: { successorId: "Choose who takes over the credentials." },
      blockers: result.needsSuccessor,
    });
  }
}
