/** The names that this machine has for itself, as they stand in an address. */
export const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"] as const;

export const isLoopback = (hostname: string): boolean => LOOPBACK_HOSTS.some((host) => host === hostname);

/** Whether what is sent there cannot be read on the way: https:, or this machine itself. */
export function isSafeOnTheWay(url: string | URL): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}
