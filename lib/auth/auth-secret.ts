import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { StartupError } from "@/lib/platform/startup-error";

let secret: string | undefined;

/** Where the secret is, for messages. */
export function authSecretSource(): string {
  const { AUTH_SECRET, DATA_DIR } = env();
  return AUTH_SECRET === undefined ? path.join(DATA_DIR, "keys", "auth.secret") : "AUTH_SECRET";
}

/** The key of sessions and of the set-up token: `AUTH_SECRET`, or a file made on the first start. */
export function authSecret(): string {
  secret ??= readOrMake();
  return secret;
}

function readOrMake(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET !== undefined) {
    if (AUTH_SECRET.length < 32 || new Set(AUTH_SECRET).size < 8) {
      throw new StartupError("AUTH_SECRET must be at least 32 random characters.");
    }
    return AUTH_SECRET;
  }
  const file = authSecretSource();
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  }
  return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim();
}
