import type { Connector } from "@/lib/connectors/connector";
import { DAY, WEEK } from "@/lib/connectors/spans";
import { connectorLimitOverride } from "@/lib/platform/env";

export type ProviderLimits = {
  perSecond: number;
  /** So many may come at once: the least that any of the provider's spans has room for. Absent: those of a second. */
  atOnce?: number;
  /** The pace is each account's or key's, and not that of whoever asks from one address. */
  isOwn?: true;
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

type Limited = Pick<Connector, "id" | "limits"> & Partial<Pick<Connector, "hosts">>;

/** Under a tenant's own host all that is asked is that tenant's: the host itself tells accounts apart. */
const isShared = ({ hosts }: Limited) => hosts !== undefined && hosts.api.kind !== "typed";

/**
 * What a provider allows: as it documents it, or as the operator knows it from the contract with the provider. The
 * longest span is counted; all others make the pace, so that none of them is ever used up.
 */
export function limitsOf({ id, limits, hosts }: Limited): ProviderLimits {
  const { perSecond, perWindow } = connectorLimitOverride(id);
  const counted = PERIODS.flatMap(([period, seconds]) => {
    const limit = limits.find((one) => one.seconds === seconds);
    return limit ? [{ period, limit }] : [];
  })[0];
  const others = limits.filter((limit) => limit !== counted?.limit);
  const pace = others.length > 0 ? Math.min(...others.map(({ requests, seconds }) => requests / seconds)) : CAREFUL;
  // Where nothing is documented, or one of them is the address's, all credentials share one pace.
  const isOwn =
    others.length > 0 &&
    isShared({ id, limits, ...(hosts ? { hosts } : {}) }) &&
    others.every((limit) => limit.of !== "address");
  const atOnce = Math.min(...others.map(({ requests }) => requests));
  return {
    perSecond: perSecond ?? pace,
    ...(perSecond === undefined && others.length > 0 ? { atOnce } : {}),
    ...(isOwn ? { isOwn } : {}),
    ...(counted ? { window: { period: counted.period, requests: perWindow ?? counted.limit.requests } } : {}),
  };
}
