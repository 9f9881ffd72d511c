/** How the trail, and every row that says who did it, names a token: behind this stands its id. */
export const TOKEN_ACTOR = "token:";

/** Never as a person could be called. */
export const tokenWords = (name: string): string => `Token “${name}”`;

/** The ids of the tokens among these actors. */
export const tokenIdsAmong = (actorIds: readonly string[]): string[] =>
  actorIds.flatMap((id) => (id.startsWith(TOKEN_ACTOR) ? [id.slice(TOKEN_ACTOR.length)] : []));
