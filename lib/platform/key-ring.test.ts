import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startKmsStandIn } from "./aws-kms.fixture";
import { newProcess } from "./new-process.fixture";

vi.mock("./known-key-repository", () => ({ storedKeyIds: async () => stored, registerKeys: async () => undefined }));
let stored: string[] = [];
let folder: string;
const ringFile = () => path.join(folder, "keys", "sealing.key");
const key = () => randomBytes(32).toString("base64url");
const cleanups: (() => unknown)[] = [];

beforeEach(() => {
  stored = [];
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-ring-"));
  for (const name of ["SEALING_KEY", "SEALING_KEY_FILE", "AWS_KMS_KEY_ID", "FINGERPRINT_KEY"]) vi.stubEnv(name, "");
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("LOG_LEVEL", "silent");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const cleanup of cleanups.splice(0)) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});

/** As another process would: nothing is remembered. */
async function start() {
  newProcess();
  const ring = await import("./key-ring");
  return ring;
}

describe("the key ring", () => {
  it("S10: is made on the first start, whole, with mode 0600 and a word about backups", async () => {
    const { keyRing } = await start();
    const { active } = await keyRing();
    expect(statSync(ringFile()).mode & 0o777).toBe(0o600);
    expect(readFileSync(ringFile(), "utf8")).toContain("Back this file up");
    expect(readdirSync(path.dirname(ringFile())).sort()).toEqual(["fingerprint.key", "sealing.key"]);
    expect((await (await start()).keyRing()).active.id).toBe(active.id);
  });

  it("R4: a key that stored values name and that is missing is named, and no other is made", async () => {
    stored = ["the-missing-key"];
    await expect((await start()).keyRing()).rejects.toThrow(`key the-missing-key is missing; looked in ${ringFile()}`);
    expect(existsSync(ringFile())).toBe(false);
    vi.stubEnv("SEALING_KEY", key());
    await expect((await start()).keyRing()).rejects.toThrow(/^key the-missing-key is missing.*looked in SEALING_KEY/);
  });

  it("S11: a key that is twice in the ring, or has two purposes, is refused", async () => {
    const one = key();
    vi.stubEnv("SEALING_KEY", `${one},${one}`);
    await expect((await start()).keyRing()).rejects.toThrow("twice in SEALING_KEY");
    vi.stubEnv("SEALING_KEY", one);
    vi.stubEnv("FINGERPRINT_KEY", one);
    await expect((await start()).keyRing()).rejects.toThrow("Each purpose needs a key of its own");
  });

  it("sees a key that another process added at once, and keeps what it has where the file is spoilt", async () => {
    const { keyRing, toSealingKey } = await start();
    const before = await keyRing();
    const added = key();
    const { id } = await toSealingKey(added, "test");
    writeFileSync(ringFile(), `${readFileSync(ringFile(), "utf8")}${added}\n`);
    expect((await keyRing()).byId.has(id)).toBe(false);
    expect((await keyRing(id)).byId.has(id)).toBe(true);
    writeFileSync(ringFile(), "spoilt\n");
    expect((await keyRing("unknown")).active.id).toBe(before.active.id);
  });
});

describe("AWS KMS", () => {
  const withKms = async () => {
    const kms = await startKmsStandIn();
    cleanups.push(kms.close);
    vi.stubEnv("AWS_ENDPOINT_URL_KMS", kms.url);
    vi.stubEnv("AWS_REGION", "eu-central-1");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "stand-in");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "stand-in");
    vi.stubEnv("AWS_KMS_KEY_ID", "alias/latchkey");
    vi.stubEnv("KMS_INSTALLATION", "here");
    return kms;
  };

  it("S10: wraps the ring for this installation; the file alone is of no use", async () => {
    const kms = await withKms();
    const { active } = await (await start()).keyRing();
    const file = readFileSync(`${ringFile()}.wrapped`, "utf8");
    expect(existsSync(ringFile())).toBe(false);
    expect(file).not.toContain(Buffer.from(active.secret).toString("base64url"));
    expect((await (await start()).keyRing()).active.id).toBe(active.id);
    expect(kms.asked.every(({ isSigned }) => isSigned)).toBe(true);
    expect(kms.asked.at(-1)).toMatchObject({
      target: "TrentService.Decrypt",
      context: { "latchkey:installation": "here", "latchkey:purpose": "sealing-keys" },
    });
    vi.stubEnv("KMS_INSTALLATION", "elsewhere");
    await expect((await start()).keyRing()).rejects.toThrow("InvalidCiphertextException");
  });

  it("R4: an outage at the start is said, and over as soon as the KMS is back", async () => {
    const kms = await withKms();
    const { active } = await (await start()).keyRing();
    kms.goAway(true);
    const ring = await start();
    await expect(ring.keyRing()).rejects.toThrow("AWS KMS did not open the sealing keys");
    kms.goAway(false);
    await vi.waitFor(async () => expect((await ring.keyRing()).active.id).toBe(active.id), {
      timeout: 5000,
      interval: 200,
    });
  });
});
