import { LIVE_PATH } from "@/lib/live/live-dto";

/** Who was away for longer sees the page anew. */
const AWAY_MS = 30_000;
/** Nobody was here for so long: the page stays as it is, so that the session of who left it open ends as it should. */
const ABSENT_MS = 30 * 60 * 1000;
/** Between two times that a page is fetched: longer, while there is news all the time. */
const SHORTEST_MS = 2000;
const LONGEST_MS = 60_000;
/** So that not all browsers ask at once. */
const JITTER_MS = 1000;

/** What one can type into: a search is no text that could be lost. */
const TEXTS = ":is(input, textarea):read-write:not([type=search])";

/** Knows whether something was typed on the page that is still there: the page might be another one afterwards. */
function watchTyping(signal: AbortSignal): () => boolean {
  // What was typed before, or stood there: nobody knows.
  const typedIn = new Set(document.querySelectorAll<HTMLInputElement>(TEXTS));
  const note = ({ target }: Event) => {
    if ((target as Element).matches(TEXTS)) typedIn.add(target as HTMLInputElement);
  };
  document.addEventListener("input", note, { capture: true, passive: true, signal });
  return () => {
    for (const field of typedIn) if (!field.isConnected) typedIn.delete(field);
    return [...typedIn].some(({ value }) => value !== "");
  };
}

export type Fresh = {
  /** The page shows what is no longer so. `soon`: someone waits for it. */
  changed: (soon: boolean) => void;
};

/**
 * Fetches the page anew where it is not what is so any more: while it is seen, nothing is open over it and nothing was
 * typed, and where the server answers and still knows who asks. Else it waits until that is so.
 */
export function keepFresh(refresh: () => void, signal: AbortSignal): Fresh {
  const isTyped = watchTyping(signal);
  let stale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let gap = SHORTEST_MS;
  let fetchedAt = performance.now();
  let hereAt = performance.now();
  let hiddenAt = document.hidden ? performance.now() : undefined;

  const isHere = () => !document.hidden && performance.now() - hereAt < ABSENT_MS;
  const plan = (least = 0) => {
    if (timer || looking || !stale || !isHere() || signal.aborted) return;
    const wait = Math.max(fetchedAt + gap - performance.now(), least);
    timer = setTimeout(go, wait + Math.random() * JITTER_MS);
  };
  const isFit = () => isHere() && document.querySelector("dialog[open]") === null && !isTyped();
  async function go(): Promise<void> {
    timer = undefined;
    looking = true;
    let least = SHORTEST_MS;
    if (isFit()) {
      // A page that is fetched in vain is another page: an error, or the sign-in. It is looked first.
      const answer = await fetch(LIVE_PATH, { method: "HEAD", cache: "no-store", signal }).catch(() => undefined);
      // Who is not signed in may be later, in another tab.
      if (answer?.status === 401) least = LONGEST_MS;
      if (answer?.ok && isFit() && !signal.aborted) {
        stale = false;
        const now = performance.now();
        gap = now - fetchedAt < 3 * gap ? Math.min(gap * 2, LONGEST_MS) : SHORTEST_MS;
        fetchedAt = now;
        refresh();
      }
    }
    looking = false;
    plan(least);
  }
  const changed = (soon: boolean) => {
    stale = true;
    if (soon) {
      gap = SHORTEST_MS;
      clearTimeout(timer);
      timer = undefined;
    }
    plan();
  };
  const onVisibility = () => {
    if (document.hidden) {
      hiddenAt = performance.now();
      return;
    }
    hereAt = performance.now();
    if (hiddenAt !== undefined && hereAt - hiddenAt >= AWAY_MS) changed(true);
    else plan();
    hiddenAt = undefined;
  };
  const onAct = () => {
    hereAt = performance.now();
    plan();
  };
  document.addEventListener("visibilitychange", onVisibility, { signal });
  for (const act of ["pointermove", "pointerdown", "keydown", "scroll"])
    document.addEventListener(act, onAct, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { changed };
}
