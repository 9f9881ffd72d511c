import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { UNREAD_SHOWN } from "./notice-dto";
import { countUnreadRows } from "./notice-repository";

/** How many notices the actor has not seen. Counted no further than is shown. */
export async function countUnreadNotices(actor: Member): Promise<number> {
  authorize(actor, "notice:list");
  return countUnreadRows(actor.workspaceId, actor.userId, UNREAD_SHOWN + 1);
}
