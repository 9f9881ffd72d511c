import "server-only";
import type { Member } from "@/lib/auth/actor";
import { closeChecklistOf } from "@/lib/auth/membership-repository";
import { authorize } from "@/lib/auth/permissions";

/** The actor puts the overview's checklist away, for themselves and for good. */
export async function closeChecklist(actor: Member): Promise<void> {
  authorize(actor, "notice:list");
  await closeChecklistOf(actor);
}
