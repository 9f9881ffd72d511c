import { expect, it } from "vitest";
import { peerAddress, scrubHeaders, trustedProxies } from "./peer-address.mjs";

it("A3: a client cannot say who it is", () => {
  const headers: Record<string, string> = {
    "x-forwarded-for": "1.2.3.4",
    "x-real-ip": "1.2.3.4",
    forwarded: "for=1.2.3.4",
    "x-latchkey-peer": "1.2.3.4",
    "x-latchkey-own": "1.2.3.4",
    "x-middleware-subrequest": "proxy",
    host: "h",
  };
  scrubHeaders(headers, "::ffff:10.0.0.9", trustedProxies(undefined));
  expect(headers).toEqual({ host: "h", "x-latchkey-peer": "10.0.0.9", "x-latchkey-own": expect.any(String) });
  // What this server asks itself, it asks for someone.
  scrubHeaders(headers, "127.0.0.1", trustedProxies("127.0.0.1"));
  expect(headers).toMatchObject({ host: "h", "x-latchkey-peer": "10.0.0.9" });
});

it("a trusted proxy is believed, up to the first address that is not trusted", () => {
  const trusted = trustedProxies("10.0.0.0/8, 192.168.1.1");
  expect(peerAddress("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.1", trusted)).toBe("1.2.3.4");
  expect(peerAddress("8.8.8.8", "1.2.3.4", trusted)).toBe("8.8.8.8");
  expect(peerAddress("10.0.0.9", undefined, trusted)).toBe("10.0.0.9");
});
