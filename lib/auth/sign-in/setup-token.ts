import "server-only";
import { createHmac } from "node:crypto";
import { authSecret } from "@/lib/auth/auth-secret";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { env } from "@/lib/platform/env";

/**
 * The one-time token that makes the first owner. Derived from the secret of the installation, so that every instance
 * prints the same link and a restart does not change it; it is spent as soon as an owner exists.
 */
export function setupToken(): string {
  return env().SETUP_TOKEN ?? createHmac("sha256", authSecret()).update("latchkey set-up token").digest("base64url");
}

export function isSetupToken(candidate: string): boolean {
  return isSameSecret(candidate, setupToken());
}
