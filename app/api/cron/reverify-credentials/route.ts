import { asCronRoute } from "@/lib/auth/as-cron-route";
import { reverifyDueCredentials } from "@/lib/credentials/reverify-due-credentials";

/** A scheduler's own time limit is often half a minute. */
const LIMIT_MS = 25_000;

/**
 * Checks what is due, for an outside scheduler: `{"checked": 12, "moreDue": false}`. Ends after 25 s at the latest;
 * where `moreDue` is true, call it again.
 */
export function POST(request: Request): Promise<Response> {
  return asCronRoute(request, async () => ({ body: await reverifyDueCredentials(AbortSignal.timeout(LIMIT_MS)) }));
}
