import "server-only";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { assertReady } from "@/lib/platform/check-ready";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { problem } from "./problem";

function requireCronSecret({ headers }: Request): void {
  const { CRON_SECRET } = env();
  if (CRON_SECRET === undefined) throw new Refusal("NOT_FOUND", "There is no such route here: CRON_SECRET is not set.");
  const shown = /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  if (!isSameSecret(shown, CRON_SECRET)) throw new Refusal("NOT_SIGNED_IN", "Show the cron secret as a bearer token.");
}

/** The frame of a route for an outside scheduler, which shows `Authorization: Bearer <CRON_SECRET>`. */
export async function asCronRoute(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    requireCronSecret(request);
    await assertReady();
    const response = await work();
    response.headers.set("cache-control", "no-store");
    return response;
  } catch (error) {
    return problem(error);
  }
}
