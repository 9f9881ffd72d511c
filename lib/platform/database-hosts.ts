/** What the operator writes of a host: a name, `.` and the end of names, or `*`; behind it `:` and a port, or `*` for any. */
export const HOST_ENTRY = /^(?:\*|\.?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(?:\d{1,5}|\*))?$/i;

/** Not at all, at public addresses only, or wherever its name leads. */
export type Reach = "none" | "public" | "anywhere";

const DEFAULT_PORT = "5432";

/**
 * Whether this server may connect to a database there. A private address is only for a host that is listed by its whole
 * name: nobody aims this server at its own network by a name of theirs under an ending, or under `*`.
 */
export function reachOf(entries: readonly string[], host: string, port: number): Reach {
  const wanted = host.toLowerCase();
  // No host, but how a rule is written.
  if (!/^[a-z0-9]/.test(wanted)) return "none";
  const fitting = entries.flatMap((entry) => {
    const [name = "", at = DEFAULT_PORT] = entry.toLowerCase().split(":");
    return at === "*" || Number(at) === port ? [name] : [];
  });
  if (fitting.includes(wanted)) return "anywhere";
  const isUnder = (name: string) => name.startsWith(".") && wanted.endsWith(name) && wanted.length > name.length;
  return fitting.some((name) => name === "*" || isUnder(name)) ? "public" : "none";
}
