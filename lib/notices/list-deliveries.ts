import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { listDeliveryRows } from "./delivery-repository";
import type { DeliveryDto } from "./notice-dto";

/** The last twenty deliveries of the workspace's notices, newest first. */
export async function listDeliveries(actor: Actor): Promise<DeliveryDto[]> {
  authorize(actor, "settings:read");
  return listDeliveryRows(actor.workspaceId);
}
