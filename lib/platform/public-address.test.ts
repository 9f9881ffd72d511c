import { describe, expect, it } from "vitest";
import { isPublicAddress, PRIVATE_ADDRESS, publicLookup } from "./public-address";

describe("I1, P4: what counts as a public address", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "[::1]",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:a00:1",
    "::ffff:0:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "not an address",
    "",
  ])("%s is none", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])(
    "%s is one",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it("a name that leads to loopback ends before a connection begins", async () => {
    for (const all of [true, false]) {
      const code = await new Promise((resolve) =>
        publicLookup("localhost", { all }, (error) => resolve((error as NodeJS.ErrnoException | null)?.code)),
      );
      expect(code).toBe(PRIVATE_ADDRESS);
    }
  });
});
