import "server-only";
import { knownHosts } from "@/lib/checks/base-url";
import { limitsOf } from "@/lib/checks/limits-of";
import { readShareOf, windowOf } from "@/lib/checks/request-budget";
import type { Connector } from "@/lib/connectors/connector";
import { DAY_MS } from "@/lib/platform/day-ms";
import type { ProviderUseDto } from "./overview-dto";
import { findHostStates, findReadUse } from "./provider-use-repository";

const CREDENTIALS_SHOWN = 2;
const DAYS = { day: 1, week: 7 };

/** What is used of the limits of these connectors' providers now, and who does not answer. */
export async function listProviderUse(
  workspaceId: string,
  connectors: readonly Connector[],
  now: number,
): Promise<ProviderUseDto[]> {
  const used = connectors.flatMap((connector) => {
    const limits = limitsOf(connector);
    return knownHosts(connector).map((host) => ({ connector, limits, host, window: windowOf(limits, now) }));
  });
  if (used.length === 0) return [];
  const windows = used.flatMap(({ connector, limits, window }) =>
    window && limits.window
      ? [{ connectorId: connector.id, since: new Date(window.endsAt - DAYS[limits.window.period] * DAY_MS) }]
      : [],
  );
  const [hosts, reads] = await Promise.all([
    findHostStates([...new Set(used.map(({ host }) => host))]),
    windows.length > 0 ? findReadUse(workspaceId, windows, CREDENTIALS_SHOWN) : [],
  ]);
  return used.map(({ connector: { id, name }, limits, host, window }) => {
    const state = hosts.find((row) => row.host === host);
    const credentials = reads.filter(({ connectorId }) => connectorId === id).map(({ connectorId: _, ...use }) => use);
    return {
      connectorId: id,
      name,
      ...(window && limits.window
        ? {
            window: {
              period: limits.window.period,
              checks: state?.windowIndex === window.index ? (state.requests ?? 0) : 0,
              checkShare: window.share,
              credentials,
              readShare: readShareOf(limits.window),
            },
          }
        : {}),
      ...(state?.failingSince ? { failingSince: state.failingSince.toISOString() } : {}),
    };
  });
}
