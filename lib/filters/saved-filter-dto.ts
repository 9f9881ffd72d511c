/** The lists that can be narrowed down, where each is, and what its address can say that is worth keeping. */
export const FILTERED = {
  credentials: { path: "/credentials", names: ["q", "connectorId", "status", "owner", "unused", "rotation", "sort"] },
  "data-sources": { path: "/data-sources", names: ["q", "connectorId", "credentialId", "status", "sort"] },
  audit: { path: "/audit", names: ["person", "credential", "action", "from", "to"] },
} as const satisfies Record<string, { path: string; names: readonly string[] }>;

export type FilteredList = keyof typeof FILTERED;

/** The longest name of a filter, in characters as a person counts them: it stands beside others in one line. */
export const FILTER_NAME_MAX = 40;

/** How many filters one person can have in a workspace, on all lists together. */
export const FILTERS_MAX = 20;

/** A filter that someone saved for themselves. `query` is what `filterKey` makes of an address. */
export type SavedFilterDto = { id: string; name: string; query: string };

/** What of a list's address is its filter, in one order; empty where it is the whole list. */
export function filterKey(list: FilteredList, parameters: Iterable<readonly [string, string | undefined]>): string {
  const names: readonly string[] = FILTERED[list].names;
  const given = new Map(parameters);
  const kept = names.flatMap((name) => {
    const value = given.get(name);
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(kept).toString();
}
