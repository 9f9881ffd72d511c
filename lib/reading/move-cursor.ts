import type { Reading } from "@/lib/connectors/reading";
import type { Cursor, Position } from "./cursor";
import { pageSizes } from "./page-request";
import type { Part } from "./parts";
import type { Step } from "./step-page";
import type { TakenPage } from "./taken-page";

/** A part that is read whole is gone through this often at most. */
const MOST_SWEEPS = 3;
/** A page that was made smaller grows again after so many that came. */
const STEADY = 4;

const START = {
  kind: "keyset",
  after: null,
  skip: 0,
  isAnchored: false,
  last: null,
  seen: [],
  whole: false,
  back: 0,
  same: 0,
} as const;

function firstPosition({ paging, range }: Reading): Position {
  if (range) return START;
  if (paging.kind === "offset") return { kind: "offset", skip: 0 };
  if (paging.kind === "page") return { kind: "page", number: paging.first };
  if (paging.kind === "token") return { kind: "token", token: null };
  return paging.kind === "link" ? { kind: "link", target: null } : { kind: "whole" };
}

export function firstCursor(
  reading: Reading,
  { startedAt, since = null }: { startedAt: number; since?: number | null },
) {
  const cursor: Cursor = {
    startedAt,
    since,
    part: 0,
    sweep: 0,
    found: false,
    at: firstPosition(reading),
    size: pageSizes(reading.paging).largest,
    steady: 0,
    read: 0,
    total: null,
    page: null,
  };
  return cursor;
}

/** A cursor that asks for no larger page, where the size of pages may change. */
export function limitSize(reading: Reading, cursor: Cursor, size = Number.POSITIVE_INFINITY): Cursor {
  const { smallest } = pageSizes(reading.paging);
  return { ...cursor, size: Math.min(cursor.size, Math.max(size, smallest)) };
}

/** What was read at the end of one part comes again at the beginning of the next. */
function beginning(at: Position, part: Part | undefined, isSweep: boolean): Position {
  if (at.kind !== "keyset" || !part) return at;
  const from = part.from ?? Number.NEGATIVE_INFINITY;
  const seen = isSweep ? at.seen : at.seen.filter(([, time]) => time !== null && time >= from);
  return { ...START, after: part.from, seen, whole: part.whole };
}

function behindEnd(cursor: Cursor, parts: readonly Part[]): Partial<Cursor> {
  const { at, part, sweep, found } = cursor;
  const isSweep = at.kind === "keyset" && at.whole && found && sweep + 1 < MOST_SWEEPS;
  const next = isSweep ? part : part + 1;
  return {
    part: next,
    sweep: isSweep ? sweep + 1 : 0,
    found: false,
    at: beginning(at, parts[next], isSweep),
    page: null,
  };
}

/** The total once a part: what its first page counted, less what the part before it has had of that. */
function totalOf({ page, sweep, total }: Cursor, taken: TakenPage, known: number): number | null {
  if (page !== null || sweep > 0 || taken.total === undefined) return total;
  return (total ?? 0) + taken.total - known;
}

function sizeOf(reading: Reading, cursor: Cursor, size: number): Pick<Cursor, "size" | "steady"> {
  const { largest } = pageSizes(reading.paging);
  const steady = size === cursor.size ? cursor.steady + 1 : 1;
  return steady >= STEADY && size < largest ? { size: Math.min(largest, size * 2), steady: 0 } : { size, steady };
}

/** The cursor behind a page. */
export function moveCursor(
  reading: Reading,
  parts: readonly Part[],
  cursor: Cursor,
  { page, size }: { page: TakenPage; size: number },
  step: Extract<Step, { at: Position }>,
): Cursor {
  const moved: Cursor = {
    ...cursor,
    ...sizeOf(reading, cursor, size),
    at: step.at,
    found: cursor.found || step.records.length > 0,
    read: cursor.read + step.records.length,
    total: totalOf(cursor, page, step.known),
    page: page.print,
  };
  return step.isEnd ? { ...moved, ...behindEnd(moved, parts) } : moved;
}
