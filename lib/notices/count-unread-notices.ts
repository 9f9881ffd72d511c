import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { countUnreadRows } from "./notice-repository";

const MAX = 100;

/** How many notices the actor has not seen. Counted up to 100: more is "99+". */
export async function countUnreadNotices(actor: Actor): Promise<number> {
  authorize(actor, "notice:list");
  return countUnreadRows(actor.workspaceId, actor.userId, MAX);
}
