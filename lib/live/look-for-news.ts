import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { describeError, log } from "@/lib/platform/log";
import { once } from "@/lib/platform/process-state.mjs";
import { serverProcess } from "@/lib/platform/server-process.mjs";
import { kindOfAction } from "./kind-of-action";
import { HEARTBEAT_SECONDS, type LiveKind, type LiveNews } from "./live-dto";
import { findActionsSince, findLiveStates, type LiveState } from "./live-repository";

/** How late a screen may be. One statement for all of this instance, and none where nobody has a screen open. */
const LOOK_MS = 2000;

/** A connection of a browser that waits for news. */
export type Listener = {
  userId: string;
  state: LiveState;
  /** When it was last told something, on the process's own clock. */
  toldAt: number;
  tell: (news: LiveNews) => void;
  /** Says that it is there. */
  beat: () => void;
  end: () => void;
};

type Listeners = { all: Set<Listener>; looking: boolean };
const listeners = once("live listeners", (): Listeners => ({ all: new Set(), looking: false }));

export const listenersNow = (): ReadonlySet<Listener> => listeners.all;

/** By workspace, what changed since its listeners were told. */
async function findKinds(moved: readonly LiveState[]): Promise<Map<string, Set<LiveKind>>> {
  const seen = new Map<string, string>();
  for (const { workspaceId, seq } of moved) {
    const least = seen.get(workspaceId);
    // Of a listener that came meanwhile: it may hear of something twice, and misses nothing.
    if (least === undefined || BigInt(seq) < BigInt(least)) seen.set(workspaceId, seq);
  }
  const kinds = new Map<string, Set<LiveKind>>();
  if (seen.size === 0) return kinds;
  for (const { workspaceId, action } of await findActionsSince(seen)) {
    const kind = kindOfAction(action);
    if (kind) kinds.set(workspaceId, (kinds.get(workspaceId) ?? new Set()).add(kind));
  }
  return kinds;
}

const isMoved = (before: LiveState, now: LiveState | undefined) =>
  now?.workspaceId === before.workspaceId && now.seq !== before.seq;

function tellOne(listener: Listener, now: LiveState, changed: ReadonlySet<LiveKind> | undefined): void {
  const before = listener.state;
  const isElsewhere = now.workspaceId !== before.workspaceId;
  const kinds = new Set(isMoved(before, now) ? changed : []);
  if (!isElsewhere && now.unread > before.unread) kinds.add("notices");
  listener.state = now;
  const { workspaceId, unread } = now;
  if (isElsewhere || unread !== before.unread || kinds.size > 0)
    listener.tell({ workspaceId, unread, kinds: [...kinds] });
  else if (performance.now() - listener.toldAt > HEARTBEAT_SECONDS * 1000) listener.beat();
}

/** Tells each listener what is new, and ends those whose session is over or who are no member any more. */
export async function lookForNews(): Promise<void> {
  const all = [...listeners.all];
  const found = await findLiveStates([...new Set(all.map(({ state }) => state.sessionId))]);
  const states = new Map(found.map((state) => [state.sessionId, state]));
  const stateNow = ({ state }: Listener) => states.get(state.sessionId);
  const moved = all.filter((listener) => isMoved(listener.state, stateNow(listener)));
  const kinds = await findKinds(moved.map(({ state }) => state));
  for (const listener of all) {
    const now = stateNow(listener);
    if (!now) listener.end();
    else if (listeners.all.has(listener)) tellOne(listener, now, kinds.get(now.workspaceId));
  }
}

async function keepLooking(): Promise<void> {
  while (listeners.all.size > 0) {
    const signal = serverProcess.leaving;
    // A fifth of jitter, as the worker has it.
    const wait = pause(LOOK_MS * (1 + Math.random() / 5), undefined, { ref: false, ...(signal ? { signal } : {}) });
    await wait.catch(() => undefined);
    // No stop waits for what never ends by itself. A browser comes again, and finds another instance.
    if (signal?.aborted) for (const listener of listeners.all) listener.end();
    // Without its database nothing is known: who listens waits, and is told of it afterwards.
    else await lookForNews().catch((error: unknown) => log.warn({ error: describeError(error) }, "no look for news"));
  }
  listeners.looking = false;
}

/** From now on the listener is told of news, until it is removed. */
export function addListener(listener: Listener): void {
  listeners.all.add(listener);
  if (listeners.looking) return;
  listeners.looking = true;
  void keepLooking();
}

export const removeListener = (listener: Listener): boolean => listeners.all.delete(listener);
