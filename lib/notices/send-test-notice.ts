import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { deliverNotice } from "./deliver-notices";
import { listDeliveryRows } from "./delivery-repository";
import type { DeliveryDto } from "./notice-dto";
import { insertTestNotice } from "./notice-repository";

/**
 * *Send a test notice*: an ordinary notice to everyone who is told, tried at once. What does not arrive now is tried
 * again like any other. Returns what the first try of each delivery came to.
 */
export async function sendTestNotice(actor: Actor): Promise<DeliveryDto[]> {
  authorize(actor, "settings:edit");
  const noticeId = await insertTestNotice(actor);
  await deliverNotice(noticeId);
  return listDeliveryRows(actor.workspaceId, noticeId);
}
