import { randomBytes } from "node:crypto";
import { FlattenedEncrypt } from "jose";
import { describe, expect, it } from "vitest";
import type { KeyRing } from "./keys";
import { CannotOpen, open, seal } from "./sealing";

function ringOf(...ids: string[]): KeyRing {
  const keys = ids.map((id) => ({ id, secret: randomBytes(32) }));
  const [active] = keys;
  if (!active) throw new Error("a ring needs a key");
  return { active, byId: new Map(keys.map((key) => [key.id, key])), source: "test" };
}

const context = { workspaceId: "w1", credentialId: "c1", version: 1, connectorId: "clari-copilot" };
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
    { ...context, connectorId: "fireflies" },
  ])("S6: does not open under another row: %o", async (other) => {
    const ring = ringOf("k1");
    await expect(open(ring, other, await seal(ring, context, secret))).rejects.toThrow(CannotOpen);
  });

  it.each([{ region: "us" }, { region: "eu", account: "a" }, { account: "eu" }, {}])(
    "S6: does not open beside other plain values: %o",
    async (plainValues) => {
      const ring = ringOf("k1");
      const row = await seal(ring, { ...context, plainValues: { region: "eu" } }, secret);
      await expect(open(ring, { ...context, plainValues }, row)).rejects.toThrow(CannotOpen);
      const bare = await seal(ring, context, secret);
      await expect(open(ring, { ...context, plainValues: { region: "eu" } }, bare)).rejects.toThrow(CannotOpen);
    },
  );

  it("opens what was sealed before there were plain values, and beside plain values in any order", async () => {
    const ring = ringOf("k1");
    const { aad: _, ...before } = await new FlattenedEncrypt(new TextEncoder().encode(secret))
      .setProtectedHeader({ alg: "A256KW", enc: "A256GCM", kid: "k1" })
      .setAdditionalAuthenticatedData(new TextEncoder().encode('["latchkey.values.v1","w1","c1",1]'))
      .encrypt(ring.active.secret);
    const old = { sealed: JSON.stringify(before), keyId: "k1" };
    expect(await open(ring, { ...context, plainValues: {} }, old)).toBe(secret);
    const row = await seal(ring, { ...context, plainValues: { region: "eu", account: "a" } }, secret);
    expect(await open(ring, { ...context, plainValues: { account: "a", region: "eu" } }, row)).toBe(secret);
  });

  it("S6: an aad that was put into the stored value is not believed", async () => {
    const ring = ringOf("k1");
    const row = await seal(ring, context, secret);
    const aad = Buffer.from(JSON.stringify(["latchkey.values.v2", "w1", "c1", 1, "clari-copilot"])).toString(
      "base64url",
    );
    const forged = { ...row, sealed: JSON.stringify({ ...JSON.parse(row.sealed), aad }) };
    await expect(open(ring, { ...context, credentialId: "c2" }, forged)).rejects.toThrow(CannotOpen);
  });

  it("S6: what was sealed before the connector was bound opens as before; nothing newer can say that it is so old", async () => {
    const ring = ringOf("k1");
    const header = { alg: "A256KW", enc: "A256GCM", kid: "k1" };
    const aad = new TextEncoder().encode(JSON.stringify(["latchkey.values.v1", "w1", "c1", 1]));
    const { aad: _, ...old } = await new FlattenedEncrypt(new TextEncoder().encode(secret))
      .setProtectedHeader(header)
      .setAdditionalAuthenticatedData(aad)
      .encrypt(ring.active.secret);
    const row = { sealed: JSON.stringify(old), keyId: "k1" };
    expect(await open(ring, context, row)).toBe(secret);
    await expect(open(ring, { ...context, version: 2 }, row)).rejects.toThrow(CannotOpen);
    const { sealed, keyId } = await seal(ring, context, secret);
    for (const more of [{}, { typ: "latchkey.values.v1" }, { typ: "latchkey.values.v3" }, { typ: null }]) {
      const claimed = Buffer.from(JSON.stringify({ ...header, ...more })).toString("base64url");
      const forged = { sealed: JSON.stringify({ ...JSON.parse(sealed), protected: claimed }), keyId };
      await expect(open(ring, context, forged)).rejects.toThrow(CannotOpen);
    }
  });

  it.each(["protected", "encrypted_key", "iv", "ciphertext", "tag"])(
    "S7: any changed bit of %s fails closed",
    async (part) => {
      const ring = ringOf("k1");
      const row = await seal(ring, context, secret);
      const jwe = JSON.parse(row.sealed);
      const { length } = Buffer.from(jwe[part], "base64url");
      for (let bit = 0; bit < length * 8; bit += 1) {
        const bytes = Buffer.from(jwe[part], "base64url");
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const sealed = JSON.stringify({ ...jwe, [part]: bytes.toString("base64url") });
        const refused = await open(ring, context, { ...row, sealed }).catch((error: unknown) => error);
        expect(refused, `bit ${bit}`).toBeInstanceOf(CannotOpen);
        // One error for all of them: what failed is nobody's to learn.
        expect(String(refused)).toBe("CannotOpen: The sealed value cannot be opened.");
      }
    },
  );

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

  it("S8: 10,000 times the same secret: no IV and no data key comes twice", async () => {
    const ring = ringOf("k1");
    const seen = new Set<string>();
    for (let time = 0; time < 10_000; time += 1) {
      const { iv, encrypted_key } = JSON.parse((await seal(ring, context, secret)).sealed);
      // Wrapping is the same for the same key, so that two equal wrapped keys would be two equal keys.
      seen.add(iv).add(encrypted_key);
    }
    expect(seen.size).toBe(20_000);
  });

  it("S12: a key that the ring lacks is named, and no other key is tried", async () => {
    const row = await seal(ringOf("gone"), context, secret);
    await expect(open(ringOf("k1"), context, row)).rejects.toMatchObject({ missingKeyId: "gone" });
  });

  it.each([
    { alg: "A256GCMKW", enc: "A256GCM" },
    { alg: "dir", enc: "A256GCM" },
    { alg: "A256KW", enc: "A128CBC-HS256" },
    { alg: "PBES2-HS256+A128KW", enc: "A256GCM" },
  ])("S12: $alg with $enc is refused, also where the key would fit", async ({ alg, enc }) => {
    const ring = ringOf("k1");
    const aad = new TextEncoder().encode(JSON.stringify(["latchkey.values.v2", "w1", "c1", 1, "clari-copilot"]));
    const made = await new FlattenedEncrypt(new TextEncoder().encode(secret))
      .setProtectedHeader({ alg, enc, kid: "k1", typ: "latchkey.values.v2" })
      .setAdditionalAuthenticatedData(aad)
      .encrypt(ring.active.secret);
    const { aad: _, ...stored } = made;
    await expect(open(ring, context, { sealed: JSON.stringify(stored), keyId: "k1" })).rejects.toThrow(CannotOpen);
  });

  it("S12: the key that the row names and the one that the value names must be one", async () => {
    const ring = ringOf("k1", "k2");
    const { sealed } = await seal(ring, context, secret);
    await expect(open(ring, context, { sealed, keyId: "k2" })).rejects.toThrow(CannotOpen);
    const header = JSON.parse(Buffer.from(JSON.parse(sealed).protected, "base64url").toString());
    const renamed = Buffer.from(JSON.stringify({ ...header, kid: "k2" })).toString("base64url");
    const forged = JSON.stringify({ ...JSON.parse(sealed), protected: renamed });
    for (const keyId of ["k1", "k2"])
      await expect(open(ring, context, { sealed: forged, keyId })).rejects.toThrow(CannotOpen);
  });
});
