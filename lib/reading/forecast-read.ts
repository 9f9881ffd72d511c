import type { ProviderLimits } from "@/lib/checks/limits-of";
import type { Endpoint } from "@/lib/connectors/connector";

/** Providers whose pages have a size of their own have about so many records in one. */
const UNKNOWN_SIZE = 100;
const DAY_SECONDS = 86_400;
const PERIOD_SECONDS = { day: DAY_SECONDS, week: 7 * DAY_SECONDS };

/** What is read, and what the reader may ask: its own share of the provider's limits. */
export type ForecastInput = ProviderLimits & { total: number };
export type Forecast = { requests: number; seconds: number };

function pagesOf({ reading: { paging, range } }: Endpoint, total: number): number {
  if (paging.kind === "none") return 1;
  const size = paging.size?.default ?? UNKNOWN_SIZE;
  // By time, a page begins with the record before it, and each part ends with up to two that bring nothing.
  if (range) return Math.ceil(total / Math.max(1, size - 1)) + (range.moves ? 4 : 2);
  const pages = Math.max(1, Math.ceil(total / size));
  const endsByWord = paging.more !== undefined || paging.kind === "token" || paging.kind === "link";
  return endsByWord ? pages : pages + 1;
}

/** Requests and seconds that a full read of so many records costs at most, if nothing fails. `parent`: see `parentOf`. */
export function forecastRead(
  endpoint: Endpoint,
  { total, perSecond, window }: ForecastInput,
  parent?: Endpoint,
): Forecast {
  const requests = parent ? pagesOf(parent, total) + total : pagesOf(endpoint, total);
  if (!window) return { requests, seconds: requests / perSecond };
  const windows = Math.ceil(requests / window.requests) - 1;
  const rest = requests - windows * window.requests;
  return { requests, seconds: windows * PERIOD_SECONDS[window.period] + rest / perSecond };
}
