/** What a route is asked that asks a provider. */
export type Question = { path: string; body: object };
