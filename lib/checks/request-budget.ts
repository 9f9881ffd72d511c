import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { Connector, ProviderLimits } from "@/lib/connectors/connector";
import { type Limit, spend, spentOf } from "@/lib/platform/rate-limit";
import { type Pace, takeSlot } from "./provider-repository";

/** What Latchkey takes of a limit that it shares with the pipelines of the same workspace. */
const STEADY_SHARE = 0.6;
const BURST_SHARE = 0.2;
const WINDOW_SHARE = 0.5;
/** People are never kept from checking by the schedule: it leaves this much of the window to them. */
const SCHEDULE_SHARE = 0.8;

const DAY_S = 86_400;

/** At most `perSecond * 0.9` requests in any second: the steady ones and those of a burst. */
export function paceOf({ perSecond }: ProviderLimits): Pace {
  return { distanceMs: 1000 / (perSecond * STEADY_SHARE), burst: Math.floor(perSecond * BURST_SHARE) };
}

/** The provider's window that is going on: weeks begin on Sunday, days at midnight, UTC. */
function windowOf(connectorId: string, { window }: ProviderLimits, now = Date.now()) {
  if (!window) return undefined;
  const days = Math.floor(now / 1000 / DAY_S);
  // 1970-01-01 was a Thursday, so the first whole week began on day 3.
  const length = window.period === "week" ? 7 : 1;
  const index = Math.floor((days + (window.period === "week" ? 4 : 0)) / length);
  const limit: Limit = {
    name: `requests-to-${connectorId}-a-${window.period}`,
    points: Math.floor(window.requests * WINDOW_SHARE),
    seconds: length * DAY_S,
  };
  return { limit, key: String(index) };
}

/** Whether the schedule may ask now, or should leave the rest of the window to people. */
export async function hasRoomForSchedule({ id, limits }: Connector): Promise<boolean> {
  const window = windowOf(id, limits);
  return !window || (await spentOf(window.limit, window.key)) < window.limit.points * SCHEDULE_SHARE;
}

/**
 * Waits for a place among the requests to the provider's host, of all instances, and counts it. False where none comes
 * before `latest` (a moment of `performance.now()`), or the window's share is used up: then nothing may be sent.
 */
export async function takeRequest(
  { id, limits }: Connector,
  host: string,
  latest: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const waitMs = await takeSlot(host, paceOf(limits), Math.max(latest - performance.now(), 0));
  if (waitMs === undefined) return false;
  const window = windowOf(id, limits);
  if (window && (await spend(window.limit, window.key)) !== undefined) return false;
  if (waitMs > 0) await wait(waitMs, undefined, signal ? { signal } : {}).catch(() => undefined);
  return true;
}

export type Budget = { perSecond: number; window?: { period: "day" | "week"; used: number; share: number } };

/** What Latchkey allows itself, and what it used. */
export async function readBudget({ id, limits }: Connector): Promise<Budget> {
  const window = windowOf(id, limits);
  return {
    perSecond: Math.round(limits.perSecond * STEADY_SHARE * 10) / 10,
    ...(window && limits.window
      ? {
          window: {
            period: limits.window.period,
            used: await spentOf(window.limit, window.key),
            share: window.limit.points,
          },
        }
      : {}),
  };
}
