// Preloaded into a server under test (NODE_OPTIONS=--import): a name service that was changed, and leads the provider's
// name to this machine.
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

const { lookup } = dns;
const TURNED = "api.gong.io";

dns.lookup = /** @type {typeof dns.lookup} */ (
  (/** @type {string} */ hostname, /** @type {any[]} */ ...rest) =>
    /** @type {Function} */ (lookup)(hostname === TURNED ? "localhost" : hostname, ...rest)
);
syncBuiltinESMExports();
