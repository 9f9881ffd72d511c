import "server-only";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { createKeyFile, followingFile, readKeyFile } from "@/lib/platform/key-file";
import { isRandomText } from "@/lib/platform/looks-random";
import { StartupError } from "@/lib/platform/startup-error";

/** Where the secret is, for messages. */
export function authSecretSource(): string {
  const { AUTH_SECRET, DATA_DIR } = env();
  return AUTH_SECRET === undefined ? path.join(DATA_DIR, "keys", "auth.secret") : "AUTH_SECRET";
}

/** The key of sessions and of the set-up token: `AUTH_SECRET`, or a file made on the first start. */
export const authSecret = followingFile(
  "auth secret",
  () => (env().AUTH_SECRET === undefined ? authSecretSource() : undefined),
  readOrMake,
);

function readOrMake(): string {
  const { AUTH_SECRET } = env();
  const source = authSecretSource();
  const check = (text = "") => {
    if (isRandomText(text, 32)) return text;
    throw new StartupError(`${source} must be at least 32 random characters.`);
  };
  if (AUTH_SECRET !== undefined) return check(AUTH_SECRET);
  const found = readKeyFile(source);
  if (found) return check(found[0]);
  try {
    createKeyFile(source, [randomBytes(48).toString("base64url")]);
  } catch (error) {
    // Another process made one in this moment.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return check(readKeyFile(source)?.[0]);
}
