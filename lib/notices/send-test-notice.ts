import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { deliverNotice } from "./deliver-notices";
import { listDeliveryRows } from "./delivery-repository";
import type { DeliveryDto } from "./notice-dto";
import { insertTestNotice } from "./notice-repository";

/** Everyone who is told gets it, also those who did not ask. */
const PER_MINUTE = 5;

/**
 * *Send a test notice*: an ordinary notice to everyone who is told, tried at once. What does not arrive now is tried
 * again like any other. Returns what the first try of each delivery came to.
 */
export async function sendTestNotice(actor: Actor): Promise<DeliveryDto[]> {
  authorize(actor, "settings:edit");
  const retryAfterSeconds = await spend({ name: "test-notices", points: PER_MINUTE, seconds: 60 }, actor.workspaceId);
  if (retryAfterSeconds !== undefined) {
    const message = `${PER_MINUTE} test notices were sent in a minute. Try again in ${retryAfterSeconds} seconds.`;
    throw new Refusal("TOO_MANY_REQUESTS", message, { retryAfterSeconds });
  }
  const noticeId = await insertTestNotice(actor);
  await deliverNotice(noticeId);
  return listDeliveryRows(actor.workspaceId, noticeId);
}
