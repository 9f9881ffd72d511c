"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Ticking } from "./ticking";

type PageClock = {
  /** When the server rendered the page. The browser takes over with the same words, and says its own after that. */
  renderedAt: number;
  tick: Ticking;
};

/** First what the page is for. */
const START_AFTER_MS = 3000;

const startTicking = () =>
  new Promise((resolve) => setTimeout(resolve, START_AFTER_MS))
    .then(() => import("./ticking"))
    .then(({ makeTicking }) => makeTicking());

/** What ticks, once it is there. Where it does not come, the words stay as they are. */
function tickLater(): Ticking {
  let ticking: Promise<Ticking> | undefined;
  return (at, coming, changed) => {
    let end: (() => void) | undefined;
    let isOver = false;
    const begin = (tick: Ticking) => {
      if (isOver) return;
      end = tick(at, coming, changed);
      // It may have been time before.
      changed();
    };
    ticking ??= startTicking();
    ticking.then(begin, () => undefined);
    return () => {
      isOver = true;
      end?.();
    };
  };
}

const ClockContext = createContext<PageClock | undefined>(undefined);

/** Tells everything inside what time it is. */
export function WithClock({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  const [clock] = useState(() => ({ renderedAt, tick: tickLater() }));
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export const useClock = (): PageClock | undefined => useContext(ClockContext);
