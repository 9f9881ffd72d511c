import "server-only";
import { describeError, log } from "./log";

/**
 * Logs what a page or an action did not catch, without the error's own words. `correlationId` is the digest that the
 * failed page shows.
 * @param isExpected the database is away, or the request was not fit to be read: nothing that an operator mends here
 */
export function logFailedRequest(error: unknown, routePath: string, isExpected: boolean): void {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  const line = { correlationId: String(digest ?? "none"), route: routePath, error: describeError(error) };
  if (isExpected) log.warn(line, "a request failed");
  else log.error(line, "unexpected error");
}
