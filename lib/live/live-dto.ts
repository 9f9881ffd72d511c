/** Where screens listen for news. No operation of the API: what it says is of use to an open page alone. */
export const LIVE_PATH = "/api/events";

/** What of a workspace changed, by the noun of what shows it. */
export type LiveKind = "credentials" | "data-sources" | "members" | "notices";

/** All that is ever said: that something changed, and how many notices were not seen. What it was, a page asks for itself. */
export type LiveNews = { workspaceId: string; unread: number; kinds: readonly LiveKind[] };

/** A stream says something at least this often, so that no proxy takes it for dead, and a browser knows when it is. */
export const HEARTBEAT_SECONDS = 20;
