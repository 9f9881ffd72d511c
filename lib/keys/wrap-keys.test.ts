import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startKmsStandIn } from "@/lib/platform/aws-kms.fixture";
import { newProcess } from "@/lib/platform/new-process.fixture";

let folder: string;
let kms: Awaited<ReturnType<typeof startKmsStandIn>>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-wrap-"));
  kms = await startKmsStandIn();
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("AWS_ENDPOINT_URL_KMS", kms.url);
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "stand-in");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "stand-in");
  vi.stubEnv("AWS_KMS_KEY_ID", "alias/latchkey");
  for (const name of ["SEALING_KEY", "SEALING_KEY_FILE"]) vi.stubEnv(name, "");
});
afterEach(async () => {
  await kms.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const wrapped = () => path.join(folder, "keys", "sealing.key.wrapped");
const key = () => randomBytes(32).toString("base64url");

/** As a process would that is started now. */
async function wrap() {
  newProcess();
  const { wrapKeys } = await import("./wrap-keys");
  const { operatorJob } = await import("./operator-job");
  return wrapKeys(operatorJob);
}

async function readWrapped() {
  newProcess();
  const { keyProvider } = await import("@/lib/platform/key-provider");
  return keyProvider().read();
}

describe("S10: keys in clear move to AWS KMS", () => {
  it("from a variable that is set beside it, in their order", async () => {
    const keys = [key(), key()];
    vi.stubEnv("SEALING_KEY", keys.join("\n"));
    expect(await wrap()).toEqual({ from: "SEALING_KEY", to: expect.stringContaining(wrapped()) });
    for (const one of keys) expect(readFileSync(wrapped(), "utf8")).not.toContain(one);
    vi.stubEnv("SEALING_KEY", "");
    expect(await readWrapped()).toEqual(keys);
  });

  it("from a file that the operator named", async () => {
    const named = path.join(folder, "named.key");
    const keys = [key()];
    writeFileSync(named, `${keys[0]}\n`, { mode: 0o600 });
    vi.stubEnv("SEALING_KEY_FILE", named);
    await wrap();
    vi.stubEnv("SEALING_KEY_FILE", "");
    expect(await readWrapped()).toEqual(keys);
  });

  it("not over keys that are wrapped already, not without keys, and not while the KMS is away", async () => {
    await expect(wrap()).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
    vi.stubEnv("SEALING_KEY", key());
    kms.goAway(true);
    await expect(wrap()).rejects.toThrow("AWS KMS did not");
    expect(existsSync(wrapped())).toBe(false);
    kms.goAway(false);
    await wrap();
    await expect(wrap()).rejects.toThrow("is there already");
    vi.stubEnv("AWS_KMS_KEY_ID", "");
    await expect(wrap()).rejects.toMatchObject({ dto: { code: "IN_USE" } });
  });
});
