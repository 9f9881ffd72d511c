import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { DAY_MS } from "@/lib/platform/day-ms";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { findOpenCircuit } from "./circuit-repository";
import { limitsOf, type ProviderLimits } from "./limits-of";
import { type Asked, countReads, findProviderHost, type Pace, takeSlot, type Window } from "./provider-repository";
import type { ProviderUsage } from "./provider-usage-dto";

/** What Latchkey takes of a limit that it shares with the pipelines of the same workspace. */
const STEADY_SHARE = 0.6;
const BURST_SHARE = 0.2;
const WINDOW_SHARE = 0.5;
/** Where places are farther apart than this, some reads need not wait for theirs. */
const FAR_MS = 1000;
/** People are never kept from checking by the schedule: it leaves this much of the window to them. */
const SCHEDULE_SHARE = 0.8;

/**
 * Fewer requests than the provider allows in any of its spans, the steady ones and those of a burst together. Of a limit
 * of an hour some come at once, too: who mistyped a value need not wait for minutes, and who looks at records right after
 * a check need not either.
 */
export function paceOf({ perSecond, atOnce = perSecond, isOwn }: ProviderLimits): Pace {
  const distanceMs = 1000 / (perSecond * STEADY_SHARE);
  const burst = Math.floor(atOnce * BURST_SHARE);
  return { distanceMs, burst, readBurst: distanceMs > FAR_MS ? Math.floor(burst / 2) : 0, isOwn: isOwn === true };
}

/** The provider's window that is going on: weeks begin on Sunday, days at midnight, UTC. */
export function windowOf({ window }: ProviderLimits, now = Date.now()): (Window & { endsAt: number }) | undefined {
  if (!window) return undefined;
  const days = Math.floor(now / DAY_MS);
  // 1970-01-01 was a Thursday, four days after a Sunday.
  const index = window.period === "week" ? Math.floor((days + 4) / 7) : days;
  const endsAt = (window.period === "week" ? (index + 1) * 7 - 4 : index + 1) * DAY_MS;
  return { index, share: Math.floor(window.requests * WINDOW_SHARE), endsAt };
}

/** Who asks which host; people stand in line, the schedule takes what nobody stands in line for. */
type Request = Asked & { connector: AnyConnector; byHand: boolean; signal: AbortSignal | undefined };

/**
 * Waits for a place among the requests to the provider's host, of all instances, and counts it. Where none comes before
 * `latest` (a moment of `performance.now()`), or the window's share is used up, nothing may be sent: then the seconds
 * until there is room again.
 */
export async function takeRequest(request: Request, latest: number): Promise<number | undefined> {
  const { connector, byHand, signal } = request;
  const limits = limitsOf(connector);
  const pace = paceOf(limits);
  const pause = (ms: number) => wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  const longestWait = Math.max(latest - performance.now(), 0);
  let left = longestWait;
  for (;;) {
    const waitMs = await takeSlot(request, pace, windowOf(limits), byHand ? left : 0);
    if (waitMs !== undefined) {
      if (waitMs > 0) await pause(waitMs);
      return undefined;
    }
    left = latest - performance.now();
    if (byHand || signal?.aborted || left <= pace.distanceMs) return secondsUntilRoom(request, longestWait);
    await pause(pace.distanceMs);
  }
}

/** The window that is going on, and what checks used of their share; undefined where the provider counts none. */
async function findUse(connector: AnyConnector, host: string, now = Date.now()) {
  const window = windowOf(limitsOf(connector), now);
  if (!window) return undefined;
  const row = await findProviderHost(host);
  return { ...window, used: row?.windowIndex === window.index ? row.requests : 0 };
}

async function secondsUntilRoom(
  { connector, host }: Request,
  longestWaitMs: number,
  now = Date.now(),
): Promise<number> {
  const use = await findUse(connector, host, now);
  return Math.ceil((use && use.used >= use.share ? use.endsAt - now : longestWaitMs) / 1000);
}

/** What reads may use of the provider's window: checks, and whatever else uses the credential, have the rest. */
export const readShareOf = ({ requests }: NonNullable<ProviderLimits["window"]>) =>
  Math.floor(requests * env().READ_SHARE);

export async function readUsage(connector: AnyConnector, host: string): Promise<ProviderUsage> {
  const limits = limitsOf(connector);
  const [use, circuit] = await Promise.all([findUse(connector, host), findOpenCircuit(host)]);
  const reads = use ? await countReads(host, use.index) : 0;
  return {
    perSecond: Number((limits.perSecond * STEADY_SHARE).toPrecision(3)),
    ...(use && limits.window
      ? {
          window: {
            period: limits.window.period,
            used: use.used,
            share: use.share,
            reads,
            readShare: readShareOf(limits.window),
          },
        }
      : {}),
    ...(circuit ? { failingSince: circuit.failingSince.toISOString() } : {}),
    ...(circuit && circuit.openUntil.getTime() > Date.now() ? { pausedUntil: circuit.openUntil.toISOString() } : {}),
  };
}

/** Refuses to let the schedule ask now, where it should leave the rest of the window to people. */
export async function requireRoomForSchedule(connector: AnyConnector, host: string): Promise<void> {
  const use = await findUse(connector, host);
  if (!use || use.used < use.share * SCHEDULE_SHARE) return;
  throw new Refusal("TOO_MANY_REQUESTS", `The rest of what ${connector.name} takes is left to people.`);
}
