import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";
import { knownHosts } from "./base-url";
import { limitsOf } from "./limits-of";
import type { ProviderUsageDto } from "./provider-usage-dto";
import { readUsage } from "./request-budget";

/** What Latchkey allows itself of each provider's limits, what all workspaces used of it, and who does not answer. */
export async function listProviderUsage(actor: Actor): Promise<ProviderUsageDto[]> {
  authorize(actor, "settings:read");
  const hosts = connectors.flatMap((connector) => knownHosts(connector).map((host) => ({ connector, host })));
  return Promise.all(
    hosts.map(async ({ connector, host }) => ({
      connectorId: connector.id,
      name: connector.name,
      host,
      limits: limitsOf(connector),
      ...(await readUsage(connector, host)),
    })),
  );
}
