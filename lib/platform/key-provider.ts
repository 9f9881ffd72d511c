import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import { awsKmsKeyProvider } from "./aws-kms-key-provider";
import { env } from "./env";
import type { KeyProvider } from "./keys";
import { environmentKeyProvider, fileKeyProvider } from "./plain-key-providers";
import { StartupError } from "./startup-error";

/** The file of sealing keys, where no KMS keeps them. */
export function plainKeyFile(): string {
  const { SEALING_KEY_FILE, DATA_DIR } = env();
  return SEALING_KEY_FILE ?? path.join(DATA_DIR, "keys", "sealing.key");
}

/** The keys in clear: the environment first, then the operator's file, then the one made on the first start. */
export function plainKeyProvider(): KeyProvider {
  const { SEALING_KEY, SEALING_KEY_FILE } = env();
  if (SEALING_KEY) return environmentKeyProvider(SEALING_KEY);
  return fileKeyProvider(plainKeyFile(), SEALING_KEY_FILE === undefined);
}

/** The provider that the environment names: a KMS, or the keys in clear. */
export function keyProvider(): KeyProvider {
  const { SEALING_KEY, SEALING_KEY_FILE, AWS_KMS_KEY_ID } = env();
  if (AWS_KMS_KEY_ID === undefined) return plainKeyProvider();
  if (SEALING_KEY || SEALING_KEY_FILE) {
    throw new StartupError("AWS_KMS_KEY_ID is set, and SEALING_KEY or SEALING_KEY_FILE too. Unset one of them.");
  }
  return awsKmsKeyProvider(AWS_KMS_KEY_ID, () => existsSync(/* turbopackIgnore: true */ plainKeyFile()));
}
