import { asCronRoute } from "@/lib/auth/as-cron-route";
import { remindDueRotations } from "@/lib/credentials/remind-due-rotations";
import { reverifyDueCredentials } from "@/lib/credentials/reverify-due-credentials";
import { fillSearchTexts } from "@/lib/credentials/search-text-repository";
import { deliverAllDueNotices } from "@/lib/notices/deliver-notices";

/** A scheduler's own time limit is often half a minute. */
const LIMIT_MS = 25_000;

/**
 * Checks what is due, reminds of rotations and sends the notices, for an outside scheduler: `{"checked": 12, "moreDue": false}`. Ends
 * after 25 s, or with the delivery that is under way then; where `moreDue` is true, call it again.
 */
export function POST(request: Request): Promise<Response> {
  return asCronRoute(request, async () => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const body = await reverifyDueCredentials(signal);
    await remindDueRotations(signal);
    await deliverAllDueNotices(signal);
    await fillSearchTexts(signal);
    return { body };
  });
}
