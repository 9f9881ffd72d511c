import { CALL_STATUSES, CALL_TYPES, type StoredCall } from "./clari-call";
import type { QueryReader } from "./query-reader";

const DIRECTIONS = ["asc", "desc"] as const;
const DURATION = { min: 0, max: 7200 };

/** Both ends belong to a range: Clari "filters out" what is before, after, shorter or longer. */
export function isWithin(value: number | undefined, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return value !== undefined && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
}

/** An absent filter lets everything pass; a repeated one lets pass what has any of its values. */
const hasAny = (wanted: readonly string[], has: readonly string[]) =>
  wanted.length === 0 || wanted.some((value) => has.includes(value));

/** The calls that the filters of `/calls` let pass, sorted; newest first where no order is asked for. */
export function findCalls(calls: readonly StoredCall[], query: QueryReader): StoredCall[] {
  const includePrivate = query.flag("includePrivate", false, true);
  const users = query.texts("filterUser");
  const attendees = query.texts("filterAttendees");
  const topics = query.texts("filterTopics");
  const sources = query.texts("filterSourceId");
  const statuses = query.choices("filterStatus", CALL_STATUSES);
  const types = query.choices("filterType", CALL_TYPES);
  const [timeFrom, timeTo] = [query.time("filterTimeGt"), query.time("filterTimeLt")];
  const [modifiedFrom, modifiedTo] = [query.time("filterModifiedGt"), query.time("filterModifiedLt")];
  const shortest = query.integer("filterDurationGt", DURATION);
  const longest = query.integer("filterDurationLt", DURATION);
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
        (includePrivate || !isPrivate) &&
        isWithin(time, timeFrom, timeTo) &&
        isWithin(modified, modifiedFrom, modifiedTo) &&
        isWithin(call.metrics?.call_duration, shortest, longest) &&
        hasAny(statuses, [call.status]) &&
        hasAny(types, [call.type]) &&
        hasAny(sources, [call.source_id]) &&
        hasAny(
          users,
          call.users.map(({ userEmail }) => userEmail),
        ) &&
        hasAny(
          attendees,
          [...call.externalParticipants, ...call.joinedParticipants].map(({ email }) => email),
        ) &&
        hasAny(topics, call.metrics?.categories.map(({ name }) => name) ?? []),
    )
    .toSorted(order);
}
