import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { KeyRing } from "./key-ring";
import { CannotOpen, open, seal } from "./sealing";

function ringOf(...ids: string[]): KeyRing {
  const keys = ids.map((id) => ({ id, secret: randomBytes(32) }));
  const [active] = keys;
  if (!active) throw new Error("a ring needs a key");
  return { active, byId: new Map(keys.map((key) => [key.id, key])), source: "test" };
}

const context = { workspaceId: "w1", credentialId: "c1", version: 1 };
const secret = JSON.stringify({ apiKey: "canary-key-5f2d", apiPassword: "canary-password-88a1" });

describe("sealing", () => {
  it("opens what it sealed, and holds nothing of it in clear", async () => {
    const ring = ringOf("k1");
    const row = await seal(ring, context, secret);
    expect(await open(ring, context, row)).toBe(secret);
    expect(row.sealed).not.toContain("canary");
    expect(Object.keys(JSON.parse(row.sealed))).not.toContain("aad");
  });

  it.each([
    { ...context, workspaceId: "w2" },
    { ...context, credentialId: "c2" },
    { ...context, version: 2 },
  ])("S6: does not open under another row: %o", async (other) => {
    const ring = ringOf("k1");
    await expect(open(ring, other, await seal(ring, context, secret))).rejects.toThrow(CannotOpen);
  });

  it("S6: an aad that was put into the stored value is not believed", async () => {
    const ring = ringOf("k1");
    const row = await seal(ring, context, secret);
    const aad = Buffer.from(JSON.stringify(["latchkey.values.v1", "w1", "c1", 1])).toString("base64url");
    const forged = { ...row, sealed: JSON.stringify({ ...JSON.parse(row.sealed), aad }) };
    await expect(open(ring, { ...context, credentialId: "c2" }, forged)).rejects.toThrow(CannotOpen);
  });

  it.each(["protected", "encrypted_key", "iv", "ciphertext", "tag"])("S7: a changed %s fails closed", async (part) => {
    const ring = ringOf("k1");
    const row = await seal(ring, context, secret);
    const jwe = JSON.parse(row.sealed);
    const bytes = Buffer.from(jwe[part], "base64url");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const sealed = JSON.stringify({ ...jwe, [part]: bytes.toString("base64url") });
    await expect(open(ring, context, { ...row, sealed })).rejects.toThrow(CannotOpen);
  });

  it.each(["", "{", "null", "{}"])("R5: a truncated value %j fails closed", async (sealed) => {
    await expect(open(ringOf("k1"), context, { sealed, keyId: "k1" })).rejects.toThrow(CannotOpen);
  });

  it("S8: the same secret twice shares neither wrapped key, IV nor ciphertext", async () => {
    const ring = ringOf("k1");
    const parts = ["encrypted_key", "iv", "ciphertext"] as const;
    const [first, second] = [await seal(ring, context, secret), await seal(ring, context, secret)].map(({ sealed }) =>
      JSON.parse(sealed),
    );
    for (const part of parts) expect(first[part]).not.toBe(second[part]);
  });

  it("S12: a key that the ring lacks is named, and no other key is tried", async () => {
    const row = await seal(ringOf("gone"), context, secret);
    await expect(open(ringOf("k1"), context, row)).rejects.toMatchObject({ missingKeyId: "gone" });
  });
});
