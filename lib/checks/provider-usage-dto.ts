import type { ProviderLimits } from "@/lib/connectors/connector";

/** What Latchkey allows itself of a provider's limits, what it used, and whether the provider answers. */
export type ProviderUsage = {
  /** Requests a second, on average. */
  perSecond: number;
  window?: { period: "day" | "week"; used: number; share: number };
  /** ISO 8601, UTC: since when the provider has been failing; absent where it answers. */
  failingSince?: string;
  /** ISO 8601, UTC: until then nobody asks; absent where somebody may. */
  pausedUntil?: string;
};

export type ProviderUsageDto = ProviderUsage & {
  connectorId: string;
  name: string;
  /** The provider's own. */
  limits: ProviderLimits;
};
