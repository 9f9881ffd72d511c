import type { Connector, ProviderLimits } from "@/lib/connectors/connector";
import { connectorLimitOverride } from "@/lib/platform/env";

/** What a provider allows: as it documents it, or as the operator knows it from the contract with the provider. */
export function limitsOf({ id, limits }: Connector): ProviderLimits {
  const { perSecond, perWindow } = connectorLimitOverride(id);
  const window = limits.window && { ...limits.window, requests: perWindow ?? limits.window.requests };
  return { perSecond: perSecond ?? limits.perSecond, ...(window ? { window } : {}) };
}
