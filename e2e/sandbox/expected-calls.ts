import type { CallFilter } from "./call-filter";
import type { CallVersions, DatedVersion } from "./call-versions";
import { isAskedFor } from "./select-calls";
import type { Boundary } from "./time-span";

/** `always`: asked for and at its place all the time, so a right read holds it once. `perhaps`: it came, went or moved. */
export type Standing = "always" | "perhaps" | "never";

/** The versions that a read may have met which began when `after` requests had come. */
function metBy(history: readonly DatedVersion[], after: number): readonly DatedVersion[] {
  const first = history.findLastIndex(({ since }) => since <= after);
  return first < 0 ? history : history.slice(first);
}

/** How each call stands to a read of what the filters ask for, from `after` requests on until now. */
export function standingOf(calls: CallVersions, filter: CallFilter, boundary: Boundary, after: number) {
  const isAsked = isAskedFor(calls, filter, boundary);
  return (number: number): Standing => {
    const history = calls.history(number);
    const met = metBy(history, after);
    const [first] = met;
    if (!first || !met.some(isAsked)) return "never";
    const isSteady = first.since <= after && met.every((one) => isAsked(one) && one.time === first.time);
    return isSteady ? "always" : "perhaps";
  };
}
