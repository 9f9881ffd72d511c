import type { RecordedRequest } from "./http-sandbox";

/** A request that came before an earlier answer's Retry-After had let it. */
export type EarlyRequest = {
  number: number;
  /** Which answer told the time, by its request's number. */
  toldTo: number;
  /** Milliseconds that it came too soon. */
  earlyBy: number;
  /** Milliseconds between the request that was told and this one: a parallel one may have been on its way already. */
  after: number;
};

/** Requests that came too soon, of those with the same pair. Only the strictest time that was told counts. */
export function earlyRequests(requests: readonly (RecordedRequest & { pair: number | null })[]): EarlyRequest[] {
  const told: ((typeof requests)[number] & { retryAt: number })[] = [];
  const early: EarlyRequest[] = [];
  for (const request of requests) {
    const before = told.filter(({ pair, retryAt }) => pair === request.pair && retryAt > request.at);
    const strictest = before.toSorted((a, b) => b.retryAt - a.retryAt)[0];
    if (strictest)
      early.push({
        number: request.number,
        toldTo: strictest.number,
        earlyBy: strictest.retryAt - request.at,
        after: request.at - strictest.at,
      });
    if (request.retryAt !== null) told.push({ ...request, retryAt: request.retryAt });
  }
  return early;
}
