import "server-only";
import { isIP } from "node:net";
import { allowedOrigins, publicUrl } from "@/lib/auth/public-url";
import { Refusal } from "@/lib/platform/errors";

export type RelyingParty = { id: string; origins: string[] };

/** Whom passkeys are made for: the host of `PUBLIC_URL`. Undefined under a bare address, which no passkey can name. */
export function relyingParty(): RelyingParty | undefined {
  const { hostname } = publicUrl();
  if (isIP(hostname.replace(/^\[|\]$/g, ""))) return undefined;
  return { id: hostname, origins: [...allowedOrigins()].filter((origin) => new URL(origin).hostname === hostname) };
}

export function requireRelyingParty(): RelyingParty {
  const found = relyingParty();
  if (found) return found;
  throw new Refusal("NOT_FOUND", "Passkeys need a host name: ask this server's operator to set PUBLIC_URL to one.");
}
