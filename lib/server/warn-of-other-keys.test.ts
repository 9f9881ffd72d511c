import { beforeEach, describe, expect, it, vi } from "vitest";
import { prisma } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { warnOfOtherKeys } from "./warn-of-other-keys";

const key = vi.hoisted(() => ({ fingerprint: new Uint8Array(32).fill(1), secret: "a" }));
vi.mock("@/lib/platform/fingerprint-key", () => ({
  fingerprintKey: () => key.fingerprint,
  fingerprintKeySource: () => "FINGERPRINT_KEY",
}));
vi.mock("@/lib/auth/auth-secret", () => ({ authSecret: () => key.secret, authSecretSource: () => "AUTH_SECRET" }));

const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
beforeEach(() => warn.mockClear());
const warned = () => warn.mock.calls.map(([fields]) => (fields as { purpose: string }).purpose);

describe("S11: a fingerprint key or an auth secret that is another one than before", () => {
  it("is nothing at the first start, and nothing where it stayed", async () => {
    await warnOfOtherKeys();
    await warnOfOtherKeys();
    expect(warned()).toEqual([]);
  });

  it("is warned about once, by its purpose, and again where the old one comes back", async () => {
    key.fingerprint = new Uint8Array(32).fill(2);
    await warnOfOtherKeys();
    await warnOfOtherKeys();
    expect(warned()).toEqual(["fingerprints"]);
    key.secret = "b";
    key.fingerprint = new Uint8Array(32).fill(1);
    await warnOfOtherKeys();
    expect(warned()).toEqual(["fingerprints", "fingerprints", "sessions"]);
  });

  it("leaves one known key a purpose, and no key in the database", async () => {
    const rows = await (await prisma()).knownKey.findMany({ where: { retiredAt: null } });
    expect(rows.map(({ purpose }) => purpose).sort()).toEqual(["fingerprints", "sessions"]);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(key.fingerprint).toString("base64url"));
  });
});
