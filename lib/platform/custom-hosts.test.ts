import { afterEach, describe, expect, it, vi } from "vitest";
import { readHostRules, sayOf } from "./custom-hosts";
import { newProcess } from "./new-process.fixture";

const say = (text: string, host: string) => sayOf(readHostRules(text, false).rules, host);

describe("which hosts connectors of one's own may have", () => {
  it("is none where the operator says nothing", () => {
    expect(say("", "api.acme.com")).toBeUndefined();
  });

  it.each([
    ["api.acme.com", "api.acme.com", { isListed: true, allowPrivate: true }],
    ["api.acme.com", "evil.api.acme.com", undefined],
    ["api.acme.com", "api.acme.com.evil.example", undefined],
    [".acme.internal", "orders.acme.internal", { isListed: true, allowPrivate: false }],
    [".acme.internal", "acme.internal", undefined],
    [".acme.internal", ".acme.internal", undefined],
    [".acme.internal", "evilacme.internal", undefined],
    ["*", "api.example.com", { isListed: false, allowPrivate: false }],
    ["*, api.acme.com", "api.acme.com", { isListed: true, allowPrivate: true }],
    [
      "api.acme.com=http://127.0.0.1:4010",
      "api.acme.com",
      { isListed: true, allowPrivate: true, address: "http://127.0.0.1:4010" },
    ],
    [
      "api.acme.com=https://gateway.acme.com/",
      "api.acme.com",
      { isListed: true, allowPrivate: true, address: "https://gateway.acme.com" },
    ],
  ])("%s says of %s: %o", (text, host, said) => {
    expect(say(text, host)).toEqual(said);
  });

  it.each([
    "http://api.acme.com",
    "api.acme.com/v1",
    "api.acme.com:8443",
    "10.0.0.1",
    "[::1]",
    "*.acme.com",
    ".",
    "api.acme.com=ftp://x",
    "api.acme.com=http://gateway.acme.com",
    "api.acme.com=https://u:p@gateway.acme.com",
    "api.acme.com=https://gateway.acme.com/deep",
  ])("%s is no entry", (entry) => {
    expect(readHostRules(`good.acme.com ${entry}`, false).wrong).toBe(entry);
  });
});

describe("the setting", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    newProcess();
  });

  it("stops the start where an entry is none, and is off where it is empty", async () => {
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "");
    const { customHost, hasCustomHosts } = await import("./env");
    expect(hasCustomHosts()).toBe(false);
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "api.acme.com");
    expect([hasCustomHosts(), customHost("api.acme.com")?.isListed, customHost("b.acme.com")]).toEqual([
      true,
      true,
      undefined,
    ]);
    vi.stubEnv("CUSTOM_CONNECTOR_HOSTS", "https://api.acme.com");
    expect(() => customHost("api.acme.com")).toThrow("CUSTOM_CONNECTOR_HOSTS has “https://api.acme.com”");
  });
});
