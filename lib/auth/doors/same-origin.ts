import "server-only";
import { allowedOrigins } from "@/lib/auth/public-url";
import { Refusal } from "@/lib/platform/errors";

/**
 * Refuses a request that changes something and comes from another site. The origin is compared with the configured
 * public URL, never with a header that the client chose; this machine has several names, and the browser says whether
 * it is the one of the page. A client that sends neither header is no browser, and so carries no one's cookies by
 * accident.
 */
export function assertSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isSameSite = site === null || site === "same-origin" || site === "none";
  if (!isSameSite || (origin !== null && !allowedOrigins().has(origin)))
    throw new Refusal("CROSS_ORIGIN", "This request came from another site, so we didn't carry it out.");
}
