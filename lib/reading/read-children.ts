import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { Each } from "@/lib/connectors/reading";
import { askAll, type Child, childAsker } from "./ask-children";
import type { Cursor } from "./cursor";
import { textField } from "./json-field";
import { firstCursor } from "./move-cursor";
import type { ReadItem, ReadOptions, Stop } from "./read-dto";
import { readPages } from "./read-pages";

/** So many are a page; the first one is of those that are asked for at once, so that it comes soon. */
export const CHILDREN = 25;

const NONE = { left: [], parents: 0, gone: 0 } as const;

/** The place among the parents alone. */
function parentCursor({ children = NONE, ...cursor }: Cursor): Cursor {
  return { ...cursor, read: children.parents };
}

/** What says which parents. */
export const filtersOf = ({ filters }: Each, given: ParameterValues): ParameterValues =>
  Object.fromEntries(Object.entries(given).filter(([id]) => filters.includes(id)));

const nameOf = (record: string, field: string) => textField(record, JSON.parse(record), field);

/** Those before the first that stopped, or was not asked for any more. */
function leading(found: readonly (Child | undefined)[]): Extract<Child, { records: unknown }>[] {
  const end = found.findIndex((child) => !child || !("records" in child));
  return found
    .slice(0, end === -1 ? found.length : end)
    .flatMap((child) => (child && "records" in child ? [child] : []));
}

/**
 * Reads an endpoint that is asked once for each record of another one: page by page of the parents, by their own way of
 * reading. The cursor names the parents that were read and not asked for yet, so that from any of them the rest is the
 * same, whatever became of the parents' page meanwhile.
 */
export async function* readChildren(
  parent: Endpoint,
  endpoint: Endpoint,
  each: Each,
  given: ParameterValues,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const ask = childAsker(endpoint, each, given, options);
  const filters = filtersOf(each, given);
  let { left, gone } = options.cursor?.children ?? NONE;
  let read = options.cursor?.read ?? 0;
  let asked = 0;
  let isFirst = true;
  let behind: string | undefined;
  const totalOf = ({ total }: Cursor) => (total === null ? {} : { total });
  const here = (cursor: Cursor): Cursor => ({ ...cursor, read, children: { left, gone, parents: cursor.read } });
  const stopped = ({ reason, status, retryAfterMs }: Stop, cursor: Cursor, requests: number): ReadItem => ({
    kind: "stopped",
    reason,
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    read,
    gone,
    ...totalOf(cursor),
    cursor: here(cursor),
    ...(behind === undefined ? {} : { behind }),
    asked: requests,
  });

  async function* askLeft(cursor: Cursor): AsyncGenerator<ReadItem, boolean, undefined> {
    while (left.length > 0) {
      const found = await askAll(
        left.slice(0, Math.min(isFirst ? each.parallel : CHILDREN, options.size ?? CHILDREN)),
        each.parallel,
        ask,
      );
      isFirst = false;
      const come = leading(found);
      const records = come.flatMap((child) => child.records);
      gone += come.filter((child) => child.records.length === 0).length;
      read += records.length;
      behind = left[come.length - 1] ?? behind;
      left = left.slice(come.length);
      asked += found.reduce((sum, child) => sum + (child?.asked ?? 0), 0);
      const failed = found.find((child) => child && !("records" in child));
      if (come.length > 0) {
        yield { kind: "page", records, cursor: here(cursor), ...totalOf(cursor), asked };
        asked = 0;
      }
      if (failed && "thrown" in failed) throw failed.thrown;
      if (failed && "stop" in failed) {
        yield stopped(failed.stop, cursor, asked);
        return false;
      }
    }
    return true;
  }

  let place = options.cursor ? parentCursor(options.cursor) : firstCursor(parent.reading, options);
  if (!(yield* askLeft(place))) return;
  for await (const item of readPages(parent, filters, { ...options, cursor: place })) {
    if (item.kind === "complete") yield { ...item, read, gone };
    if (item.kind === "stopped") yield stopped(item, item.cursor, asked + item.asked);
    if (item.kind !== "page") return;
    asked += item.asked;
    const names = item.records.map((record) => nameOf(record, each.field));
    if (names.includes(undefined)) {
      yield stopped({ reason: "unreadable" }, place, asked);
      return;
    }
    left = names.flatMap((name) => name ?? []);
    place = item.cursor;
    if (!(yield* askLeft(place))) return;
  }
}
