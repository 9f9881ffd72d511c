import { isIPv6 } from "node:net";

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...right].map((group) =>
    (Number.parseInt(group, 16) || 0).toString(16),
  );
}

/**
 * What a peer is counted under: an IPv4 address itself, an IPv6 address by its first 64 bits, because whoever has one
 * of those has all the others behind it too.
 */
export function peerKey(peer: string | undefined): string {
  const address = (peer ?? "unknown").replace(/%.*$/, "").toLowerCase();
  if (!isIPv6(address)) return address;
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (embedded) return embedded;
  // A dotted tail stands for the last two groups, which are not counted by.
  const groups = groupsOf(address.replace(/\d+\.\d+\.\d+\.\d+$/, "0:0"));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
