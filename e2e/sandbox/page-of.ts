import type { QueryReader } from "./query-reader";

export type Pagination = { matched: number; hasMore: boolean; nextPageSkip?: number };

/** `skip` and `limit` as Clari takes them. */
export function pageAsked(query: QueryReader, usualLimit: number): { skip: number; limit: number } {
  return {
    skip: query.integer("skip", { min: 0, max: 10_000 }) ?? 0,
    limit: query.integer("limit", { min: 1, max: 100 }) ?? usualLimit,
  };
}

/** `nextPageSkip` is absent on the last page, and may pass 10,000, where Clari stops. */
export function paginationOf({ skip, limit }: { skip: number; limit: number }, matched: number): Pagination {
  const next = skip + limit;
  const hasMore = next < matched;
  return { matched, hasMore, ...(hasMore && { nextPageSkip: next }) };
}

export function pageOf<T>(
  items: readonly T[],
  query: QueryReader,
  usualLimit: number,
): { page: T[]; pagination: Pagination } {
  const asked = pageAsked(query, usualLimit);
  return { page: items.slice(asked.skip, asked.skip + asked.limit), pagination: paginationOf(asked, items.length) };
}
