import "server-only";
import path from "node:path";
import type { KMSClient } from "@aws-sdk/client-kms";
import { env } from "./env";
import { createKeyFile, fileVersion, keysIn, readKeyFile, writeKeyFile } from "./key-file";
import { KeyRingUnusable } from "./key-ring-unusable";
import type { KeyProvider } from "./keys";
import { describeError, log } from "./log";
import { isOwn } from "./own-error";
import { forget, once } from "./process-state.mjs";
import { StartupError } from "./startup-error";

/** Bound into the wrapped ring and written into AWS' own trail: it opens for this installation and purpose only. */
const encryptionContext = () => ({
  "latchkey:installation": env().KMS_INSTALLATION,
  "latchkey:purpose": "sealing-keys",
});

/** The SDK is loaded where a KMS is configured, and nowhere else. It reads region and identity from the environment. */
const kms = () => once("AWS KMS", loadKms);

async function loadKms(): Promise<{ client: KMSClient; sdk: typeof import("@aws-sdk/client-kms") }> {
  const sdk = await import("@aws-sdk/client-kms").catch(() => {
    forget("AWS KMS");
    throw new StartupError("AWS_KMS_KEY_ID needs the package @aws-sdk/client-kms: npm install --include=optional");
  });
  const requestHandler = { connectionTimeout: 3000, requestTimeout: 5000, throwOnRequestTimeout: true };
  return { sdk, client: new sdk.KMSClient({ maxAttempts: 2, requestHandler }) };
}

/** Tells an outage from a refusal by the SDK's own names; its messages stay out, they may repeat what was sent. */
async function asking<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isOwn(error, StartupError) || isOwn(error, KeyRingUnusable)) throw error;
    const { name, code } = describeError(error);
    throw new KeyRingUnusable(`AWS KMS did not ${what} the sealing keys (${code ?? name}). It is asked again.`);
  }
}

/**
 * The ring wrapped as a whole by a key of AWS KMS, kept in a variable or a file. The KMS opens it once at the start and
 * sees no credential; without it, copies of the database and of the wrapped ring open nothing.
 * @param plainRingExists whether keys in clear are there that ought to be wrapped instead of making others
 */
export function awsKmsKeyProvider(KeyId: string, plainRingExists: () => boolean): KeyProvider {
  const { SEALING_KEY_WRAPPED, SEALING_KEY_WRAPPED_FILE, DATA_DIR } = env();
  const file = SEALING_KEY_WRAPPED_FILE ?? path.join(DATA_DIR, "keys", "sealing.key.wrapped");

  const unwrap = (text: string) =>
    asking("open", async () => {
      const { sdk, client } = await kms();
      const { Plaintext } = await client.send(
        new sdk.DecryptCommand({
          KeyId,
          CiphertextBlob: Buffer.from(text, "base64"),
          EncryptionContext: encryptionContext(),
        }),
      );
      return keysIn(Buffer.from(Plaintext ?? []).toString("utf8"));
    });
  const wrap = (keys: readonly string[]) =>
    asking("wrap", async () => {
      const { sdk, client } = await kms();
      const { CiphertextBlob } = await client.send(
        new sdk.EncryptCommand({
          KeyId,
          Plaintext: Buffer.from(keys.join("\n")),
          EncryptionContext: encryptionContext(),
        }),
      );
      return [Buffer.from(CiphertextBlob ?? []).toString("base64")];
    });

  /** Wrapped, and opened again before it may take the place of the only copy. */
  const wrapProven = async (keys: readonly string[]) => {
    const wrapped = await wrap(keys);
    if ((await unwrap(wrapped[0] ?? "")).join() !== keys.join())
      throw new KeyRingUnusable("AWS KMS does not open what it wrapped, so that nothing was written.");
    return wrapped;
  };

  const base = { kind: "aws-kms" as const };
  if (SEALING_KEY_WRAPPED !== undefined) {
    const read = () => unwrap(SEALING_KEY_WRAPPED);
    return { ...base, source: "SEALING_KEY_WRAPPED (AWS KMS)", version: () => "", read };
  }
  return {
    ...base,
    source: `${file} (AWS KMS)`,
    version: () => fileVersion(file),
    read: async () => {
      const [text] = readKeyFile(file) ?? [];
      if (text !== undefined) return unwrap(text);
      if (!plainRingExists()) return undefined;
      throw new KeyRingUnusable(`${file} is missing. Wrap the keys that are there already: npm run keys -- wrap`);
    },
    write: async (keys) => writeKeyFile(file, await wrapProven(keys)),
    create: async (keys) => {
      createKeyFile(file, await wrapProven(keys));
      log.warn({ file }, "made a new sealing key, wrapped by AWS KMS. Back this file up");
    },
  };
}
