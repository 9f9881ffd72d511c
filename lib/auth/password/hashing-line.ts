import "server-only";
import { peerKey } from "@/lib/auth/doors/peer-key";
import { Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/process-state.mjs";

/** One hash takes 128 MiB and a core. */
const AT_A_TIME = 2;
const WAITING = 8;
/** Of those, so that others find a place while one peer tries what it can. */
const OF_ONE_PEER = 4;
const RETRY_SECONDS = 5;

/** What a use case holds while it hashes, once or several times. */
export type Place = { readonly of: string };

type Line = { running: number; waiting: (() => void)[]; held: Set<Place>; begun: number };
const line = () => once("hashing line", (): Line => ({ running: 0, waiting: [], held: new Set(), begun: 0 }));

const isFull = ({ running, waiting }: Line) => running >= AT_A_TIME && waiting.length >= WAITING;

const busy = () =>
  new Refusal("UNAVAILABLE", "The server is busy checking passwords. Try again in a few seconds.", {
    retryAfterSeconds: RETRY_SECONDS,
  });

/**
 * Does what hashes a password, in one of a peer's places. Refuses where it has none left, or the line is full: the first
 * thing that such a use case does, before anything is counted or looked up. Not to be nested: it would take two places.
 */
export async function inPlace<T>(peer: string | undefined, work: (place: Place) => Promise<T>): Promise<T> {
  const state = line();
  const { held } = state;
  const place: Place = { of: peerKey(peer) };
  const taken = [...held].filter((other) => other.of === place.of).length;
  if (isFull(state) || taken >= OF_ONE_PEER) throw busy();
  held.add(place);
  try {
    return await work(place);
  } finally {
    held.delete(place);
  }
}

/** How many hashes this process began so far. */
export const hashesBegun = () => line().begun;

/** Runs one hash when its turn comes. Refused, before it began, where the line is full. */
export async function inLine<T>(place: Place, hash: () => Promise<T>): Promise<T> {
  const state = line();
  if (!state.held.has(place)) throw new Error("A password was to be hashed in a place that nobody holds any more.");
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
