import "server-only";
import { isIP } from "node:net";
import { env } from "@/lib/platform/env";

/** Whether the operator listed this origin in WEBHOOK_ALLOWED_ORIGINS: then it may be http: and a private address. */
export function isListedOrigin(url: string): boolean {
  const { origin } = new URL(url);
  return env().WEBHOOK_ALLOWED_ORIGINS.some((listed) => new URL(listed).origin === origin);
}

/**
 * Why notices must not be posted to this URL, or undefined where they may. A workspace's admin chooses the address, the
 * server can reach what its admin cannot: so it is https and a name, unless the operator listed the origin. What the
 * name leads to is checked when the connection is made.
 */
export function webhookAddressProblem(url: string): string | undefined {
  if (isListedOrigin(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:") return "Enter an address that starts with https:.";
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return "Enter the address with a host name, not a number.";
  if (hostname === "localhost" || hostname.endsWith(".localhost")) {
    return "This address leads to this server itself. Enter one that's reachable from the internet.";
  }
  return undefined;
}
