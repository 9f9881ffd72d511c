import "server-only";
import type { Member } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";

/**
 * Refuses what a page sends that was rendered for another workspace than the one the session is in now: someone
 * switched in another tab, and what they typed here was not meant for there.
 */
export function assertSameWorkspace(actor: Member, renderedFor: unknown): void {
  if (renderedFor === actor.workspaceId) return;
  throw new Refusal(
    "WORKSPACE_SWITCHED",
    "You switched workspaces in another tab, so nothing was saved. What you typed is still here: switch back, then send it again.",
  );
}
