import type { TimeRange } from "@/lib/connectors/reading";
import type { KeysetPosition } from "./cursor";
import { timeField } from "./json-field";
import type { StopReason } from "./read-dto";
import type { Step } from "./step-page";
import type { TakenPage } from "./taken-page";
import { wholeSecond } from "./time-text";

/** Gone back so often without a new record, it is the provider that has no order. */
const MOST_BACK = 30;
/** The same page again, with nothing new, is by chance where records move; not so often in a row. */
const MOST_SAME = 5;
/** Of a part that is read whole, so many keys are remembered; of a longer one those of the overlap alone. */
const MOST_SEEN = 10_000;

type Dated = { record: string; key: string; time: number | null };

function dated({ field, unit }: TimeRange, { records, values, keys }: TakenPage): Dated[] | undefined {
  const found: Dated[] = [];
  for (const [index, record] of records.entries()) {
    const key = keys[index];
    if (key === undefined) return undefined;
    found.push({ record, key, time: timeField(record, values[index], field, unit) ?? null });
  }
  return found;
}

/** A provider that does not heed order or range would be read with gaps, and nobody would know. */
function isUnordered(records: readonly Dated[], after: number | null, overlapMs: number): boolean {
  let before = after ?? Number.NEGATIVE_INFINITY;
  for (const { time } of records) {
    if (time === null) continue;
    if (time < before - overlapMs) return true;
    before = Math.max(before, time);
  }
  return false;
}

/** Forward in time where little comes again, and by an offset where that much shares one time, or the end is near. */
function nextPosition(at: KeysetPosition, page: Dated[], ask: Ask): KeysetPosition {
  const { seen } = at;
  const last = Math.max(at.last ?? Number.NEGATIVE_INFINITY, ...page.flatMap(({ time }) => time ?? []));
  const after = wholeSecond(last - ask.overlapMs);
  const step = Math.max(1, page.length - 1);
  const skip = at.skip + step;
  if (after > (at.after ?? Number.NEGATIVE_INFINITY)) {
    const again = seen.filter(([, time]) => time !== null && time >= after);
    const isCheap = page.length >= ask.size && again.length <= ask.size / 4;
    if (isCheap || (skip > ask.ceiling && again.length < ask.size - 1)) {
      const whole = at.whole && seen.length <= MOST_SEEN;
      return { ...at, after, skip: 0, isAnchored: false, last, seen: whole ? seen : again, whole, back: 0, same: 0 };
    }
  }
  return { ...at, skip, isAnchored: step < page.length, last: Number.isFinite(last) ? last : null };
}

/** What was asked for: how many records, with which overlap, up to which offset; and whether the page is the one before. */
export type Ask = { size: number; overlapMs: number; ceiling: number; isSame: boolean };

/**
 * The step behind a page of records that ascend by time. The next page is asked from the last record's time less an
 * overlap, so that nothing rests on offsets, which count wrong as soon as a record leaves what is asked for. Where they
 * serve, among records of one time, each page has to begin with a record that was read: all before it was read too then.
 */
export function stepKeyset(range: TimeRange, at: KeysetPosition, page: TakenPage, ask: Ask): Step {
  const stop = (reason: StopReason): Step => ({ stop: { reason } });
  const records = dated(range, page);
  if (!records) return stop("unreadable");
  if (isUnordered(records, at.after, ask.overlapMs)) return stop("unordered");
  const known = new Map(at.seen);
  const [first] = records;
  if (at.isAnchored && (!first || known.get(first.key) !== first.time)) {
    if (at.back >= MOST_BACK) return stop("unsteady");
    const skip = Math.max(0, at.skip - ask.size * 2 ** at.back);
    return {
      records: [],
      known: 0,
      at: { ...at, skip, isAnchored: skip > 0, back: at.back + 1, same: 0 },
      isEnd: false,
    };
  }
  const fresh = records.filter(({ key }) => !known.has(key) && known.set(key, null));
  for (const { key, time } of records) known.set(key, time);
  const isStuck = ask.isSame && at.skip > 0 && fresh.length === 0 && records.length > (at.isAnchored ? 1 : 0);
  if (isStuck && at.same >= MOST_SAME) return stop("repeated");
  // An anchor alone is the end, unless there was no place for more beside it.
  const isEnd = page.more === false || records.length === 0 || (at.isAnchored && ask.size > 1 && records.length === 1);
  const here = { ...at, seen: [...known], back: fresh.length > 0 ? 0 : at.back, same: isStuck ? at.same + 1 : 0 };
  return {
    records: fresh.map(({ record }) => record),
    known: records.length - fresh.length,
    at: isEnd ? here : nextPosition(here, records, ask),
    isEnd,
  };
}
