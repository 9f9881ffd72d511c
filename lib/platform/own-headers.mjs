// The headers that this server tells itself something by. lib/cli/peer-address.mjs takes every `x-latchkey-…` off whatever
// comes from outside.

/** Who really asks: the address of the peer. */
export const PEER_HEADER = "x-latchkey-peer";
/** Shows that a request is this process's own. */
export const OWN_HEADER = "x-latchkey-own";
/** The path and query of the page that is asked for. */
export const PATH_HEADER = "x-latchkey-path";
