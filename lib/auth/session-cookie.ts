import "server-only";
import { createHmac } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import { authSecret } from "./auth-secret";
import { isSameSecret } from "./is-same-secret";

/** The __Host- prefix by hand: with `useSecureCookies` the auth library would put its own prefix before it. */
export const COOKIE_PREFIX = "__Host-latchkey";
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

/**
 * The token of the session in these headers, if this installation signed it: `token.signature`, the signature an
 * HMAC-SHA-256 in base64, as the auth library sets it. A test holds both to one another.
 */
export function readSessionToken(headers: Headers): string | undefined {
  const value = parseCookies(headers.get("cookie") ?? "").get(SESSION_COOKIE) ?? "";
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const signature = createHmac("sha256", authSecret()).update(token).digest("base64");
  return isSameSecret(value.slice(dot + 1), signature) ? token : undefined;
}
