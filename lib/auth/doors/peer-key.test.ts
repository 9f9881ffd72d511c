import { expect, it } from "vitest";
import { peerKey } from "./peer-key";

it("A3: an IPv6 peer is counted by its first 64 bits, however it writes itself", () => {
  const forms = ["2001:db8:0:1::1", "2001:0DB8:0000:0001:ffff:1:2:3", "2001:db8:0:1:a::", "2001:db8:0:1::1.2.3.4"];
  expect(new Set(forms.map(peerKey))).toEqual(new Set(["2001:db8:0:1::/64"]));
  expect(peerKey("2001:db8:0:2::1")).not.toBe(peerKey("2001:db8:0:1::1"));
  expect(peerKey("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(peerKey("::1")).toBe("0:0:0:0::/64");
});

it("A3: an IPv4 peer is counted by itself, also where it is written as IPv6", () => {
  expect(peerKey("203.0.113.7")).toBe("203.0.113.7");
  expect(peerKey("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(peerKey(undefined)).toBe("unknown");
});
