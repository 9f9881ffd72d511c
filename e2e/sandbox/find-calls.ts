import { callFilter } from "./call-filter";
import type { StoredCall } from "./clari-call";
import type { QueryReader } from "./query-reader";
import { type Boundary, isWithin } from "./time-span";

const DIRECTIONS = ["asc", "desc"] as const;

/** The calls that the filters of `/calls` let pass, sorted; newest first where no order is asked for. */
export function findCalls(
  calls: readonly StoredCall[],
  query: QueryReader,
  boundary: Boundary = "inclusive",
): StoredCall[] {
  const filter = callFilter(query);
  const byProcessed = query.choice("sortProcessed", DIRECTIONS);
  const byTime = query.choice("sortTime", DIRECTIONS) ?? (byProcessed ? undefined : "desc");

  const order = (a: StoredCall, b: StoredCall) =>
    (byTime && (byTime === "asc" ? a.time - b.time : b.time - a.time)) ||
    (byProcessed && (byProcessed === "asc" ? a.processed - b.processed : b.processed - a.processed)) ||
    // Equal times must not change places between two pages.
    (a.call.id < b.call.id ? -1 : 1);

  return calls
    .filter(
      ({ call, time, modified, isPrivate }) =>
        isWithin(time, filter.time, boundary) &&
        isWithin(modified, filter.modified, boundary) &&
        filter.hasStatus(call.status) &&
        filter.passes(call, isPrivate),
    )
    .toSorted(order);
}
