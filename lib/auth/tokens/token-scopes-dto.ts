import { SCOPE_NEEDS, SOURCE_SCOPES, TOKEN_SCOPES, type TokenScope } from "./token-dto";

const isAmong = (scopes: readonly string[], scope: string) => scopes.includes(scope);

/** Those of a token's row that it can have: for chosen data sources no more than to see and read them. */
export function scopesOf({ scopes, everySource }: { scopes: readonly string[]; everySource: boolean }): TokenScope[] {
  const possible: readonly TokenScope[] = everySource ? TOKEN_SCOPES : SOURCE_SCOPES;
  return possible.filter((scope) => isAmong(scopes, scope));
}

/** These and what they cannot do without, in the order of the list. */
export function withNeeds(scopes: readonly TokenScope[]): TokenScope[] {
  const found = new Set(scopes);
  // What is added while it is walked is walked too.
  for (const scope of found) for (const needed of SCOPE_NEEDS[scope] ?? []) found.add(needed);
  return TOKEN_SCOPES.filter((scope) => found.has(scope));
}

export const isForSources = (scopes: readonly TokenScope[]): boolean =>
  scopes.every((scope) => isAmong(SOURCE_SCOPES, scope));

/**
 * Boxes as they stand after one of them was ticked or cleared: what is ticked brings what it needs, and what cannot do
 * without the cleared one goes too.
 */
export function settleScopes(ticked: readonly TokenScope[], isTicked: boolean): TokenScope[] {
  if (isTicked) return withNeeds(ticked);
  return ticked.filter((scope) => withNeeds([scope]).every((needed) => ticked.includes(needed)));
}
