import { randomBytes } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { OWN_HEADER, PEER_HEADER } from "../platform/own-headers.mjs";

/** Headers that only this server or its trusted proxies may set, and Next's own that must not come from outside. */
const INTERNAL =
  /^(x-latchkey-.*|x-forwarded-.*|forwarded|x-real-ip|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-nextjs-(?!data$).*|next-resume|content-security-policy|x-original-url|x-rewrite-url)$/;

/** @param {string} address */
const plain = (address) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
/** @param {string} address @returns {"ipv4" | "ipv6"} */
const family = (address) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/**
 * The proxies whose forwarded headers are believed, from a comma separated list of addresses and CIDR ranges.
 * @param {string | undefined} list @returns {BlockList}
 */
export function trustedProxies(list) {
  const trusted = new BlockList();
  for (const entry of (list ?? "").split(",").map((part) => part.trim())) {
    if (!entry) continue;
    const [address = "", prefix] = entry.split("/");
    if (!isIP(address)) throw new Error("TRUSTED_PROXIES has an entry that is no address or range.");
    if (prefix === undefined) trusted.addAddress(address, family(address));
    else trusted.addSubnet(address, Number(prefix), family(address));
  }
  return trusted;
}

/** @param {BlockList} trusted @param {string} address */
const isTrusted = (trusted, address) => isIP(address) !== 0 && trusted.check(address, family(address));

/**
 * Who really asks: the peer of the connection, or behind trusted proxies the nearest address that is none of them.
 * @param {string} peer @param {string | undefined} forwardedFor @param {BlockList} trusted @returns {string}
 */
export function peerAddress(peer, forwardedFor, trusted) {
  let current = plain(peer);
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isTrusted(trusted, current)) {
    const next = hops.pop();
    if (!next || isIP(next) === 0) break;
    current = next;
  }
  return current;
}

/**
 * Known to this process alone. Where the page that an action was sent to does not know it, Next asks this server again,
 * with the same headers: who asks then is whoever asked first, and not this machine.
 */
const OWN = randomBytes(16).toString("base64url");

/**
 * Removes what a client may not say about itself, and sets who it really is.
 * @param {import("node:http").IncomingHttpHeaders} headers @param {string} peer @param {BlockList} trusted
 */
export function scrubHeaders(headers, peer, trusted) {
  const forwardedFor = headers["x-forwarded-for"];
  const known = headers[OWN_HEADER] === OWN ? headers[PEER_HEADER] : undefined;
  const address = peerAddress(peer, Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor, trusted);
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  headers[PEER_HEADER] = known ?? address;
  headers[OWN_HEADER] = OWN;
}
