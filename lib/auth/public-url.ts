import "server-only";
import { env } from "@/lib/platform/env";
import { isLoopback, isSafeOnTheWay, LOOPBACK_HOSTS } from "@/lib/platform/safe-on-the-way";
import { StartupError } from "@/lib/platform/startup-error";

/** Where people reach the app: `PUBLIC_URL`, or this machine. */
export function publicUrl(): URL {
  const { PUBLIC_URL, PORT } = env();
  const url = new URL(PUBLIC_URL ?? `http://127.0.0.1:${PORT}`);
  if (!isSafeOnTheWay(url)) {
    throw new StartupError("PUBLIC_URL must be https: over plain http the session cookie could be read on the way.");
  }
  return url;
}

/** The origins a request that changes something may come from. This machine has three names for itself. */
export function allowedOrigins(): ReadonlySet<string> {
  const url = publicUrl();
  if (!isLoopback(url.hostname) || env().PUBLIC_URL) return new Set([url.origin]);
  return new Set(LOOPBACK_HOSTS.map((host) => new URL(`http://${host}:${url.port || 80}`).origin));
}
