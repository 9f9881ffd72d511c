import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { Reading } from "@/lib/connectors/reading";
import type { Cursor } from "./cursor";
import { CHILDREN, filtersOf, readChildren } from "./read-children";
import type { ReadItem, ReadOptions } from "./read-dto";
import { isAtEnd, readPages } from "./read-pages";

/** An endpoint among those of its connector, with the parameters that it is read with. */
export type ReadOf = { endpoints: readonly Endpoint[]; endpoint: Endpoint; parameters: ParameterValues };

/** The endpoint whose records say what this one is asked for, where its parameters name none themselves. */
export function parentOf({ endpoints, endpoint: { reading }, parameters }: ReadOf): Endpoint | undefined {
  const { each } = reading;
  return each && parameters[each.as] === undefined ? endpoints.find(({ id }) => id === each.endpoint) : undefined;
}

/** Reads any endpoint of a connector: page by page, or one by one for each record of its parent. */
export function readRecords(of: ReadOf, options: ReadOptions): AsyncGenerator<ReadItem, void, undefined> {
  const { endpoint, parameters } = of;
  const { each } = endpoint.reading;
  const parent = parentOf(of);
  return parent && each
    ? readChildren(parent, endpoint, each, parameters, options)
    : readPages(endpoint, parameters, options);
}

/** What asks for records that changed since a time; undefined where nothing does. */
export const changedOf = (of: ReadOf): Reading["changed"] => (parentOf(of) ?? of.endpoint).reading.changed;

/** Whether nothing is left to ask for behind a cursor. */
export function isReadOver(of: ReadOf, cursor: Cursor): boolean {
  const { endpoint, parameters } = of;
  const { each } = endpoint.reading;
  const parent = parentOf(of);
  if (!parent || !each) return isAtEnd(endpoint, parameters, cursor);
  return !cursor.children?.left.length && isAtEnd(parent, filtersOf(each, parameters), cursor);
}

/** How many records the next page may have. */
export const nextPageSize = ({ children, size }: Cursor): number => (children ? CHILDREN : Math.max(size, 1));
