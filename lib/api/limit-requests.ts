import "server-only";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { TokenHolder } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/process-state.mjs";

const SECONDS = 60;

const limiter = () =>
  once("api-requests", () => new RateLimiterMemory({ points: env().API_PER_MINUTE, duration: SECONDS }));

/** As draft-ietf-httpapi-ratelimit-headers-10 writes it. */
function tell(headers: Headers, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  headers.set("ratelimit-policy", `"token";q=${env().API_PER_MINUTE};w=${SECONDS}`);
  headers.set("ratelimit", `"token";r=${Math.max(remainingPoints, 0)};t=${Math.ceil(msBeforeNext / 1000)}`);
}

/**
 * Counts a request of a token, and says in these headers what is left. In this process alone: it protects the server
 * from a program gone wild, and what a provider can bear is counted elsewhere. Throws a refusal.
 */
export async function limitRequests({ tokenId }: TokenHolder, headers: Headers): Promise<void> {
  try {
    tell(headers, await limiter().consume(tokenId));
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const over = refused as RateLimiterRes;
    tell(headers, over);
    const retryAfterSeconds = Math.max(Math.ceil(over.msBeforeNext / 1000), 1);
    throw new Refusal("TOO_MANY_REQUESTS", "This token sent too many requests. Wait before you send more.", {
      retryAfterSeconds,
    });
  }
}
