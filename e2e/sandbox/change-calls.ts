import type { CallVersions, NumberedCall } from "./call-versions";
import type { CallStatus } from "./clari-call";
import type { SeededRandom } from "./seeded-random";

export type ChangeOptions = {
  /** How many of the records that are sent bring about a change: 0.02 is one in fifty. */
  share: number;
};

export type CallChange = {
  /** How many requests had come: it is seen from the next one on. */
  request: number;
  kind: "status" | "created" | "rescheduled";
  number: number;
  from: NumberedCall | undefined;
  to: NumberedCall;
};

/** How far the made-up "now" moves with a request, in milliseconds: ten of them are a second, as Clari allows. */
const TICK = 100;
const STATUSES: readonly CallStatus[] = ["PROCESSED", "POST_PROCESSING_DONE", "IGNORED_BY_USER", "ERROR_IN_PROCESSING"];

/**
 * Changes calls as they are read. Of ten changes six are of a status, two a scheduled call that moves, two a new call:
 * behind the last of the past, or ahead. Driven by what is sent, never by the clock: the same requests, the same changes.
 */
export function changeCalls(calls: CallVersions, { share }: ChangeOptions, random: SeededRandom, until: number) {
  const { count, firstAhead, timeAhead } = calls.timeline;
  const changes: CallChange[] = [];
  let due = 0;

  /** One that did not change yet, if there are any left to be found. */
  const pick = (first: number, end: number): number => {
    let number = random.integer(first, end - 1);
    for (let tries = 0; tries < 8 && calls.history(number).length > 1; tries += 1)
      number = random.integer(first, end - 1);
    return number;
  };
  const fraction = () => random.integer(0, 999_999) / 1_000_000;

  function change(kind: CallChange["kind"], number: number, request: number, over: Partial<NumberedCall>): void {
    const from = calls.current(number);
    calls.change(number, { ...from, ...over }, request);
    changes.push({ request, kind, number, from, to: calls.current(number) });
  }
  function create(request: number, now: number): void {
    const isAhead = random.chance(0.5);
    // Some were over before they came to be known.
    const time = isAhead ? timeAhead(fraction()) : now - random.integer(0, 600_000);
    const to = calls.create({ time, modified: now, status: isAhead ? "SCHEDULED" : "PROCESSED" }, request);
    changes.push({ request, kind: "created", number: to.number, from: undefined, to });
  }
  function changeOne(request: number, now: number): void {
    const turn = changes.length % 10;
    if (turn === 4 || turn === 9) create(request, now);
    else if ((turn === 2 || turn === 7) && firstAhead < count)
      change("rescheduled", pick(firstAhead, count), request, { time: timeAhead(fraction()) });
    else if (firstAhead > 0) {
      const number = pick(0, firstAhead);
      const others = STATUSES.filter((status) => status !== calls.current(number).status);
      change("status", number, request, {
        modified: now,
        status: others[random.integer(0, others.length - 1)] ?? "PROCESSED",
      });
    } else create(request, now);
  }

  return {
    changes: changes as readonly CallChange[],
    /** Tells that a request, the so manieth, was answered with so many records. */
    sent: (records: number, request: number) => {
      for (due += records * share; due >= 1; due -= 1) changeOne(request, until + request * TICK);
    },
  };
}
