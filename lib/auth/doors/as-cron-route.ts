import "server-only";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { assertReady } from "@/lib/platform/check-ready";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { answer, type RouteAnswer } from "./as-route";

/** The frame of a route for an outside scheduler, which shows `Authorization: Bearer <CRON_SECRET>`. */
export function asCronRoute(request: Request, work: () => Promise<RouteAnswer>): Promise<Response> {
  return answer(async () => {
    const { CRON_SECRET } = env();
    if (CRON_SECRET === undefined)
      throw new Refusal("NOT_FOUND", "There is no such route here: CRON_SECRET is not set.");
    const shown = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    if (!isSameSecret(shown, CRON_SECRET))
      throw new Refusal("NOT_SIGNED_IN", "Show the cron secret as a bearer token.");
    await assertReady();
    return work();
  });
}
