import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";
import { limitsOf } from "./limits-of";
import type { ProviderUsageDto } from "./provider-usage-dto";
import { readUsage } from "./request-budget";

/** What Latchkey allows itself of each provider's limits, what all workspaces used of it, and who does not answer. */
export async function listProviderUsage(actor: Actor): Promise<ProviderUsageDto[]> {
  authorize(actor, "settings:read");
  return Promise.all(
    connectors.map(async (connector) => ({
      connectorId: connector.id,
      name: connector.name,
      limits: limitsOf(connector),
      ...(await readUsage(connector)),
    })),
  );
}
