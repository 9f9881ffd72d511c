import { asCronRoute } from "@/lib/auth/doors/as-cron-route";
import { doAllDuties } from "@/lib/jobs/do-duty";

/** A scheduler's own time limit is often half a minute. */
const LIMIT_MS = 25_000;

/**
 * Does all that the worker does, for an outside scheduler: `{"checked": 12, "moreDue": false, "failed": []}`. Ends after
 * 25 s, or with what is under way then; where `moreDue` is true, call it again. 503 where a duty failed.
 */
export function POST(request: Request): Promise<Response> {
  return asCronRoute(request, async () => {
    const body = await doAllDuties(AbortSignal.timeout(LIMIT_MS));
    return Response.json(body, { status: body.failed.length > 0 ? 503 : 200 });
  });
}
