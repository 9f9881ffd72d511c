import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import { UNREAD_SHOWN } from "./notice-dto";
import { countUnreadRows } from "./notice-repository";

/** How many notices the actor has not seen. Counted no further than is shown. */
export async function countUnreadNotices(actor: Member): Promise<number> {
  authorize(actor, "notice:list");
  const answers = can(actor, "access:answer");
  return countUnreadRows(actor.workspaceId, actor.userId, { limit: UNREAD_SHOWN + 1, answers });
}
