import type { LiveNews } from "@/lib/live/live-dto";
import { readEvents } from "./read-events";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A stream that lasted so long was no failure. */
const GOOD_MS = 10_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

type Leading = { onNews: (news: LiveNews) => void; onOpen: () => void };

/** Holds a stream open for all tabs of this browser, through restarts and lost networks, until it is told to stop. */
export async function lead(signal: AbortSignal, { onNews, onOpen }: Leading): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const since = performance.now();
    const leastSeconds = await readEvents(signal, { onNews, onOpen });
    if (performance.now() - since > GOOD_MS) wait = FIRST_WAIT_MS;
    // Not all browsers at once, where they lost the same server.
    await pause(Math.max(wait, leastSeconds * 1000) * (0.5 + Math.random()), signal);
  }
}
