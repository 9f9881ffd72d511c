import type { QueryReader } from "./query-reader";

export type Pagination = { matched: number; hasMore: boolean; nextPageSkip?: number };

/** `skip` and `limit` as Clari defines them. `nextPageSkip` is absent on the last page, and may pass 10,000, where Clari stops. */
export function pageOf<T>(
  items: readonly T[],
  query: QueryReader,
  usualLimit: number,
): { page: T[]; pagination: Pagination } {
  const skip = query.integer("skip", { min: 0, max: 10_000 }) ?? 0;
  const limit = query.integer("limit", { min: 1, max: 100 }) ?? usualLimit;
  const next = skip + limit;
  const hasMore = next < items.length;
  return {
    page: items.slice(skip, next),
    pagination: { matched: items.length, hasMore, ...(hasMore && { nextPageSkip: next }) },
  };
}
