import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { Connector } from "@/lib/connectors/connector";
import { limitsOf, type ProviderLimits } from "./limits-of";
import type { Asked, Window } from "./provider-repository";
import { returnReadSlots, takeReadSlots } from "./read-budget-repository";
import { paceOf, readShareOf, windowOf } from "./request-budget";

/** Where places are closer together than this, several are taken at once: a write for each would take longer. */
const TAKEN_FOR_MS = 50;
const NO_WINDOW: Window & { endsAt: number } = { index: 0, share: 2_147_483_647, endsAt: 0 };

/** "now": ask. Else nothing may be sent, and when there is room again: milliseconds. */
export type Room = "now" | { usedUpForMs: number } | "too-late" | "stopped";

export type ReadBudget = {
  /** Waits for a place among all requests with the credential, until the moment `latest` of `performance.now()`. */
  take(latest: number): Promise<Room>;
  /** Gives back what was taken in advance. */
  end(): Promise<void>;
};

/** What reads may use of the provider's window: checks have the rest. */
function readWindow(connector: Connector): Window & { endsAt: number } {
  const limits = limitsOf(connector);
  const window = windowOf(limits);
  if (!window || !limits.window) return NO_WINDOW;
  return { ...window, share: readShareOf(limits.window) };
}

/** What one reader may ask of a provider while nobody else does: the pace, and its share of a window. */
export function readerLimits(connector: Connector): ProviderLimits {
  const limits = limitsOf(connector);
  const window = limits.window && { ...limits.window, requests: readWindow(connector).share };
  return { perSecond: 1000 / paceOf(limits).distanceMs, ...(window ? { window } : {}) };
}

/**
 * The places of one read among all that ask with the same credential, on all instances: other reads, which take turns,
 * and checks, which never wait for more than one of them. No connection of the database is held meanwhile.
 */
export function openReadBudget(connector: Connector, asked: Asked, signal: AbortSignal): ReadBudget {
  const pace = paceOf(limitsOf(connector));
  const { distanceMs } = pace;
  let held = 0;
  let heldUntil = 0;
  let heldIn = NO_WINDOW;
  const count = Math.max(1, Math.floor(TAKEN_FOR_MS / distanceMs));
  /** When this reader's last place was. */
  let hadAt = Number.NEGATIVE_INFINITY;
  /** Also wakes up where it is stopped. */
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
  /** More than half of a distance, and so much less than all of it that whoever reads alone loses nothing. */
  const aPart = () => distanceMs * (0.5 + Math.random() * 0.3);

  return {
    async take(latest) {
      if (held > 0 && performance.now() < heldUntil && !signal.aborted) {
        held -= 1;
        return "now";
      }
      // Who has just had a place lets the others try first.
      let rest = hadAt + count * aPart() - performance.now();
      // Who has no time for that has what is free now.
      if (performance.now() + rest > latest) rest = 0;
      for (let lost = 0; ; lost += 1) {
        if (performance.now() + rest > latest) return "too-late";
        if (rest > 0) await pause(rest);
        if (signal.aborted) return "stopped";
        const window = readWindow(connector);
        const longestWaitMs = Math.max(latest - performance.now(), 0);
        const { waitMs, busyMs, left } = await takeReadSlots(asked, pace, window, count, longestWaitMs);
        if (waitMs !== null) {
          if (held > 0) await returnReadSlots(asked, heldIn, held);
          hadAt = performance.now() + waitMs;
          held = count;
          heldIn = window;
          if (waitMs > 0) await pause(waitMs);
          // What was taken and is not sent is given back at the end.
          if (signal.aborted) return "stopped";
          held -= 1;
          heldUntil = performance.now() + Math.max(distanceMs * count, TAKEN_FOR_MS) * 2;
          return "now";
        }
        if (left < count) return { usedUpForMs: Math.max(window.endsAt - Date.now(), 1000) };
        // The next place only moves away.
        if (performance.now() + busyMs > latest) return "too-late";
        // Whoever wakes up first has the next place: that is who went without most often, and chance among equals.
        rest = Math.max(busyMs - distanceMs, 0) + aPart() / (2 + lost);
      }
    },
    async end() {
      if (held > 0) await returnReadSlots(asked, heldIn, held);
      held = 0;
    },
  };
}
