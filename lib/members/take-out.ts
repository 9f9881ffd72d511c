import "server-only";
import type { Member } from "@/lib/auth/actor";
import { permissions } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { HOLDS_INSTALLATION } from "./member-dto";
import { removeMemberRow } from "./member-repository";
import type { Target } from "./one-at-a-time-repository";
import { holdsInstallation, lastOwner, memberChanged } from "./require-member";

/**
 * Takes someone out of the workspace, whoever asked for it: what becomes of what they own, made and hold is the same.
 * Returns the workspace in which the sessions of someone who leaves go on.
 */
export async function takeOut(
  actor: Member,
  target: Target,
  successorId: string | undefined,
  how: { leaves?: boolean } = {},
): Promise<string | undefined> {
  const successor = { userId: successorId, roles: permissions["credential:own"] };
  let result = await removeMemberRow(actor, target, successor, how);
  while (result === "more") result = await removeMemberRow(actor, target, successor, how);
  if (result === "last-owner") throw lastOwner();
  if (result === "holds-installation") {
    throw how.leaves ? new Refusal("OWNS_INSTALLATION", HOLDS_INSTALLATION) : holdsInstallation();
  }
  if (result === "changed-meanwhile") throw memberChanged();
  if (result === "no-such-successor") {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
      fields: { successorId: "Choose someone in this workspace who is more than a viewer." },
    });
  }
  if ("needsSuccessor" in result) {
    const whose = how.leaves ? "You own credentials here." : "This person owns credentials.";
    throw new Refusal("SUCCESSOR_NEEDED", `${whose} Choose who takes them over.`, {
      fields: { successorId: "Choose who takes over the credentials." },
      blockers: result.needsSuccessor,
    });
  }
  return result.nextWorkspaceId;
}
