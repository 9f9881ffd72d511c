import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newProcess } from "./new-process.fixture";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-fingerprint-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("FINGERPRINT_KEY", "");
  newProcess();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** As another process would see it: modules and environment read anew. */
async function freshKey(): Promise<Uint8Array> {
  newProcess();
  return (await import("./fingerprint-key")).fingerprintKey();
}

describe("the key of fingerprints", () => {
  it("S10: is made once, whole, with mode 0600 and outside the database's folder", async () => {
    const first = await freshKey();
    expect(first).toHaveLength(32);
    expect(await freshKey()).toEqual(first);
    const file = path.join(folder, "keys", "fingerprint.key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toMatch(/^# .*Back this file up/);
    expect(readdirSync(path.dirname(file))).toEqual(["fingerprint.key"]);
  });

  it("S11: one that is put back counts at once, and where it is gone none is made in its place", async () => {
    const first = await freshKey();
    const { fingerprintKey } = await import("./fingerprint-key");
    const file = path.join(folder, "keys", "fingerprint.key");
    renameSync(file, `${file}.away`);
    expect(fingerprintKey()).toEqual(first);
    expect(readdirSync(path.dirname(file))).toEqual(["fingerprint.key.away"]);
    writeFileSync(file, "c1b7e2d94a5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9\n");
    expect(Buffer.from(fingerprintKey()).toString("hex")).toMatch(/^c1b7e2d94a/);
    renameSync(`${file}.away`, file);
    expect(fingerprintKey()).toEqual(first);
  });

  it("S10: may come from a file that a container mounts", async () => {
    const file = path.join(folder, "mounted");
    writeFileSync(file, `${"5a".repeat(31)}00\n`);
    vi.stubEnv("FINGERPRINT_KEY_FILE", file);
    await expect(freshKey()).rejects.toThrow("is not random");
    writeFileSync(file, "c1b7e2d94a5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9\n");
    expect(Buffer.from(await freshKey()).toString("hex")).toMatch(/^c1b7e2d94a/);
  });

  it.each([
    ["short", "is not 32 bytes long"],
    ["A".repeat(43), "is not random"],
    ["0123456789abcdef".repeat(4), "is not random"],
    ["000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "is an example"],
    ["abcdefghijklmnopqrstuvwxyz123456", "is not 32 bytes long"],
  ])("S11: %s is refused without being repeated", async (key, sentence) => {
    vi.stubEnv("FINGERPRINT_KEY", key);
    const failure = await freshKey().catch((error: Error) => error.message);
    expect(failure).toContain(sentence);
    expect(failure).not.toContain(key);
  });
});
