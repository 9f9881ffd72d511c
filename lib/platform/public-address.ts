import "server-only";
import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** What the IANA registries of special-purpose addresses set apart: nothing of it is a provider on the internet. */
const SPECIAL: readonly [network: string, prefix: number, family: "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  // Protocols (Teredo among them), documentation, and 6to4, which stands for an IPv4 address of any kind.
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
];

const special = new BlockList();
for (const rule of SPECIAL) special.addSubnet(...rule);

/** Of IPv6 only this part is given out to the public internet; the other form is an IPv4 address inside. */
const assignedIpv6 = new BlockList();
assignedIpv6.addSubnet("2000::", 3, "ipv6");
assignedIpv6.addSubnet("::ffff:0:0", 96, "ipv6");

/** Whether an address belongs to the public internet. IPv4-mapped forms count as the IPv4 address inside. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return !special.check(bare, "ipv4");
  return family === 6 && assignedIpv6.check(bare, "ipv6") && !special.check(bare, "ipv6");
}

/** The code of the error with which a connection to a private address ends before it began. */
export const PRIVATE_ADDRESS = "EPRIVATEADDRESS";

export function privateAddressError(): NodeJS.ErrnoException {
  return Object.assign(new Error("The name leads to a private address."), { code: PRIVATE_ADDRESS });
}

/**
 * A name look-up for sockets that refuses a name as soon as one of its addresses is not public. It is the look-up of
 * the connection itself, so that no second answer of the name service can lead elsewhere.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(privateAddressError(), "", 0);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
