import "server-only";
import { customHost, hasCustomHosts } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";

/** Throws a refusal where the operator allows no connector of a workspace's own at all. */
function requireCustomHosts(): void {
  if (hasCustomHosts()) return;
  throw new Refusal("FORBIDDEN", "This server's operator hasn't allowed connectors of your own.");
}

/** Throws a refusal where the operator does not let values go to a host that a definition names. */
export function requireHost(host: string): void {
  requireCustomHosts();
  if (customHost(host) !== undefined) return;
  const sentence = `This server's operator doesn't let values go to ${host}. Ask them to allow it.`;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { "definition.host": sentence } });
}
