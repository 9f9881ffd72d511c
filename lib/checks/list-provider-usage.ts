import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { Connector } from "@/lib/connectors/connector";
import { knownHosts } from "./base-url";
import { limitsOf } from "./limits-of";
import { findAskedHosts } from "./provider-repository";
import type { ProviderUsageDto } from "./provider-usage-dto";
import { readUsage } from "./request-budget";

/** What Latchkey allows itself of the limits of each provider that was asked, what all workspaces used of it, and who does not answer. */
export async function listProviderUsage(actor: Actor, connectors: readonly Connector[]): Promise<ProviderUsageDto[]> {
  authorize(actor, "settings:read");
  const all = connectors.flatMap((connector) => knownHosts(connector).map((host) => ({ connector, host })));
  const asked = await findAskedHosts(all.map(({ host }) => host));
  return Promise.all(
    all
      .filter(({ host }) => asked.has(host))
      .map(async ({ connector, host }) => ({
        connectorId: connector.id,
        name: connector.name,
        host: connector.own?.host ?? host,
        limits: limitsOf(connector),
        ...(await readUsage(connector, host)),
      })),
  );
}
