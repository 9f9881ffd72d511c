import { CALL_STATUSES, CALL_TYPES, type CallStatus, type ClariCall } from "./clari-call";
import type { QueryReader } from "./query-reader";
import { isWithin, type Span } from "./time-span";

const DURATION = { min: 0, max: 7200 };

export type CallFilter = {
  time: Span;
  modified: Span;
  hasStatus(status: CallStatus): boolean;
  /** Whether all other filters let it pass. */
  passes(call: ClariCall, isPrivate: boolean): boolean;
};

/** Reads the filters of `/calls`. An absent one lets everything pass; a repeated one what has any of its values. */
export function callFilter(query: QueryReader): CallFilter {
  const includePrivate = query.flag("includePrivate", false, true);
  const users = query.texts("filterUser");
  const attendees = query.texts("filterAttendees");
  const topics = query.texts("filterTopics");
  const sources = query.texts("filterSourceId");
  const statuses = query.choices("filterStatus", CALL_STATUSES);
  const types = query.choices("filterType", CALL_TYPES);
  const duration = {
    from: query.integer("filterDurationGt", DURATION),
    to: query.integer("filterDurationLt", DURATION),
  };
  const isAttended = ({ email }: { email: string }) => attendees.includes(email);
  return {
    time: { from: query.time("filterTimeGt"), to: query.time("filterTimeLt") },
    modified: { from: query.time("filterModifiedGt"), to: query.time("filterModifiedLt") },
    hasStatus: (status) => statuses.length === 0 || statuses.includes(status),
    passes: (call, isPrivate) =>
      (includePrivate || !isPrivate) &&
      isWithin(call.metrics?.call_duration, duration) &&
      (types.length === 0 || types.includes(call.type)) &&
      (sources.length === 0 || sources.includes(call.source_id)) &&
      (users.length === 0 || call.users.some(({ userEmail }) => users.includes(userEmail))) &&
      (attendees.length === 0 || [...call.externalParticipants, ...call.joinedParticipants].some(isAttended)) &&
      (topics.length === 0 || (call.metrics?.categories ?? []).some(({ name }) => topics.includes(name))),
  };
}
