import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/process-state.mjs";

/** One hash takes 128 MiB and a core. */
const AT_A_TIME = 2;
const WAITING = 8;
/** Of those, so that others find a place while one peer tries what it can. */
const OF_ONE_PEER = 4;
const RETRY_SECONDS = 5;

type Line = { running: number; waiting: (() => void)[]; ofPeer: Map<string, number>; begun: number };
const line = () => once("hashing line", (): Line => ({ running: 0, waiting: [], ofPeer: new Map(), begun: 0 }));

const isFull = ({ running, waiting }: Line) => running >= AT_A_TIME && waiting.length >= WAITING;

const busy = () =>
  new Refusal("UNAVAILABLE", "The server is checking many passwords at the moment. Try again in a few seconds.", {
    retryAfterSeconds: RETRY_SECONDS,
  });

/**
 * Takes one of a peer's places, and returns what gives it back. Refuses where it has none left, or the line is full: the
 * first thing that a try of a password does, before anything is counted or looked up.
 */
export function takePlace(peer: string): () => void {
  const state = line();
  const { ofPeer } = state;
  const taken = ofPeer.get(peer) ?? 0;
  if (isFull(state) || taken >= OF_ONE_PEER) throw busy();
  ofPeer.set(peer, taken + 1);
  return () => {
    const left = (ofPeer.get(peer) ?? 1) - 1;
    if (left > 0) ofPeer.set(peer, left);
    else ofPeer.delete(peer);
  };
}

/** How many hashes this process began so far. */
export const hashesBegun = () => line().begun;

/** Runs one hash when its turn comes. Refused, before it began, where the line is full. */
export async function inLine<T>(hash: () => Promise<T>): Promise<T> {
  const state = line();
  if (isFull(state)) throw busy();
  // A place that becomes free is handed on, so that nobody gets in between.
  if (state.running >= AT_A_TIME) await new Promise<void>((resolve) => state.waiting.push(resolve));
  else state.running += 1;
  state.begun += 1;
  try {
    return await hash();
  } finally {
    const next = state.waiting.shift();
    if (next) next();
    else state.running -= 1;
  }
}
