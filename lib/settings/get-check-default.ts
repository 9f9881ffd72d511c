import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { env } from "@/lib/platform/env";
import { checkIntervalInWords } from "./check-interval-words";

/** How often the operator has stored credentials verified where a workspace chose nothing, in words. */
export function getCheckDefault(actor: Actor): string {
  authorize(actor, "settings:read");
  return checkIntervalInWords(env().REVERIFY_EVERY_MINUTES);
}
