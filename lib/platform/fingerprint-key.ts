import "server-only";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { decodeKey } from "./decode-key";
import { env } from "./env";
import { createKeyFile, followingFile, readKeyFile } from "./key-file";
import { StartupError } from "./startup-error";

/** Where the key of fingerprints is, for messages. */
export function fingerprintKeySource(): string {
  const { FINGERPRINT_KEY, DATA_DIR } = env();
  return FINGERPRINT_KEY === undefined ? path.join(DATA_DIR, "keys", "fingerprint.key") : "FINGERPRINT_KEY";
}

/**
 * The 32 bytes that fingerprints of values are made with (HMAC): `FINGERPRINT_KEY`, or a file made on the first start.
 * A key of its own: who reads it can guess at values and opens none, and sealing keys are rotated without it.
 * Throws StartupError where it is not usable.
 */
export const fingerprintKey = followingFile(
  "fingerprint key",
  () => (env().FINGERPRINT_KEY === undefined ? fingerprintKeySource() : undefined),
  readOrMake,
);

function readOrMake(): Uint8Array {
  const { FINGERPRINT_KEY } = env();
  const source = fingerprintKeySource();
  const decode = (text: string | undefined) => decodeKey(text ?? "", "fingerprint key", source);
  if (FINGERPRINT_KEY !== undefined) return decode(FINGERPRINT_KEY);
  const found = readKeyFile(source);
  if (found && found.length !== 1) throw new StartupError(`There must be exactly one fingerprint key in ${source}.`);
  if (found) return decode(found[0]);
  try {
    createKeyFile(source, [randomBytes(32).toString("base64url")]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return decode(readKeyFile(source)?.[0]);
}
