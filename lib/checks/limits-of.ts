import type { Connector } from "@/lib/connectors/connector";
import { DAY, WEEK } from "@/lib/connectors/spans";
import { connectorLimitOverride } from "@/lib/platform/env";

export type ProviderLimits = {
  perSecond: number;
  /** So many may come at once: the least that any of the provider's spans has room for. Absent: those of a second. */
  atOnce?: number;
  /** Absent where the provider counts nothing longer. */
  window?: { requests: number; period: LimitPeriod };
};

/** A week starts on Sunday, a day at midnight, both UTC. */
export type LimitPeriod = "day" | "week";

/** What is asked in a second of a provider that documents no limit. */
const CAREFUL = 1;
const PERIODS: readonly [LimitPeriod, number][] = [
  ["week", WEEK],
  ["day", DAY],
];

/**
 * What a provider allows: as it documents it, or as the operator knows it from the contract with the provider. The
 * longest span is counted; all others make the pace, so that none of them is ever used up.
 */
export function limitsOf({ id, limits }: Pick<Connector, "id" | "limits">): ProviderLimits {
  const { perSecond, perWindow } = connectorLimitOverride(id);
  const counted = PERIODS.flatMap(([period, seconds]) => {
    const limit = limits.find((one) => one.seconds === seconds);
    return limit ? [{ period, limit }] : [];
  })[0];
  const others = limits.filter((limit) => limit !== counted?.limit);
  const pace = others.length > 0 ? Math.min(...others.map(({ requests, seconds }) => requests / seconds)) : CAREFUL;
  const atOnce = Math.min(...others.map(({ requests }) => requests));
  return {
    perSecond: perSecond ?? pace,
    ...(perSecond === undefined && others.length > 0 ? { atOnce } : {}),
    ...(counted ? { window: { period: counted.period, requests: perWindow ?? counted.limit.requests } } : {}),
  };
}
