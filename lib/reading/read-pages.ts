import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { Paging, Reading } from "@/lib/connectors/reading";
import { askPage } from "./ask-page";
import type { Cursor } from "./cursor";
import { firstCursor, limitSize, moveCursor } from "./move-cursor";
import { pageRequest } from "./page-request";
import { partsOf } from "./parts";
import type { ReadItem, ReadOptions, Stop } from "./read-dto";
import { stepKeyset } from "./step-keyset";
import { type Step, stepPage } from "./step-page";
import type { TakenPage } from "./taken-page";

const ceilingOf = (paging: Paging) => (paging.kind === "offset" ? (paging.ceiling ?? Number.POSITIVE_INFINITY) : 0);
const totalOf = ({ total }: Cursor) => (total === null ? {} : { total });

function stepOf(
  reading: Reading,
  cursor: Cursor,
  page: TakenPage,
  size: number,
  leads: { origin: string; asked: string },
): Step {
  const { at } = cursor;
  const isSame = page.records.length > 0 && page.print === cursor.page;
  if (at.kind === "keyset" && reading.range) {
    const overlapMs = reading.range.overlapSeconds * 1000;
    return stepKeyset(reading.range, at, page, {
      size,
      overlapMs,
      ceiling: ceilingOf(reading.paging),
      isSame,
    });
  }
  return isSame ? { stop: { reason: "repeated" } } : stepPage(at, page, leads.origin, leads.asked);
}

/** Where the next incremental read begins: the start of this one, and never the latest time that a record has. */
function resumeOf({ changed }: Reading, { startedAt }: Cursor): { resume?: number } {
  return changed ? { resume: startedAt - changed.overlapSeconds * 1000 } : {};
}

/** Whether nothing is left to ask for behind a cursor. */
export const isAtEnd = ({ reading }: Endpoint, parameters: ParameterValues, cursor: Cursor): boolean =>
  partsOf(reading, parameters, cursor)[cursor.part] === undefined;

/**
 * Reads an endpoint page by page, by the data that its connector has of it. Pure: what fetches, waits and keeps time is
 * given. It holds one page, and of what was read the keys that may come again. The last item says how the read ended.
 */
export async function* readPages(
  endpoint: Endpoint,
  parameters: ParameterValues,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const { reading } = endpoint;
  let cursor = limitSize(reading, options.cursor ?? firstCursor(reading, options), options.size);
  let behind = cursor.at.kind === "keyset" ? cursor.at.seen.at(-1)?.[0] : undefined;
  const parts = partsOf(reading, parameters, cursor);
  const stopped = (stop: Stop, asked: number): ReadItem => ({
    kind: "stopped",
    ...stop,
    read: cursor.read,
    ...totalOf(cursor),
    cursor,
    ...(behind === undefined ? {} : { behind }),
    asked,
  });
  if (cursor.since !== null && !reading.changed) {
    yield stopped({ reason: "not-incremental" }, 0);
    return;
  }
  for (let part = parts[cursor.part]; part; part = parts[cursor.part]) {
    const here = cursor;
    const now = part;
    if ("skip" in here.at && here.at.skip > ceilingOf(reading.paging)) {
      yield stopped({ reason: "ceiling" }, 0);
      return;
    }
    if (
      here.at.kind === "page" &&
      reading.paging.kind === "page" &&
      here.at.number > (reading.paging.last ?? here.at.number)
    ) {
      yield stopped({ reason: "ceiling" }, 0);
      return;
    }
    const request = (size: number) => pageRequest(endpoint, parameters, now, here, size);
    const answer = await askPage(reading, request, here.size, options);
    if ("stop" in answer) {
      yield stopped(answer.stop, answer.asked);
      return;
    }
    const { asked, page, size } = answer;
    const step = stepOf(reading, here, page, size, { origin: options.origin, asked: request(size).target });
    if ("stop" in step) {
      yield stopped(step.stop, asked);
      return;
    }
    cursor = moveCursor(reading, parts, here, { page, size }, step);
    const last = step.records.at(-1);
    behind = (last === undefined ? undefined : page.keys[page.records.lastIndexOf(last)]) ?? behind;
    yield { kind: "page", records: step.records, cursor, ...totalOf(cursor), asked };
  }
  yield { kind: "complete", read: cursor.read, ...totalOf(cursor), ...resumeOf(reading, cursor) };
}
