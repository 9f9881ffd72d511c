import type { ProviderLimits } from "./limits-of";

/** What Latchkey allows itself of a provider's limits, what it used, and whether the provider answers. */
export type ProviderUsage = {
  /** Requests a second, on average. */
  perSecond: number;
  window?: {
    period: "day" | "week";
    /** By checks, of so many. */
    used: number;
    share: number;
    /** By reads of data sources, with all credentials together. */
    reads: number;
    /** What reads with one credential may use of the provider's limit. */
    readShare: number;
  };
  /** ISO 8601, UTC: since when the provider has been failing; absent where it answers. */
  failingSince?: string;
  /** ISO 8601, UTC: until then nobody asks; absent where somebody may. */
  pausedUntil?: string;
};

export type ProviderUsageDto = ProviderUsage & {
  connectorId: string;
  name: string;
  /** Some providers have one for each region. */
  host: string;
  /** The provider's own. */
  limits: ProviderLimits;
};
