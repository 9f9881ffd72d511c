"use client";

import { useEffect, useState } from "react";

/** Counts whole seconds down to 0, by the clock: a page that slept has not missed any. Starts when it is mounted. */
export function useCountdown(seconds: number): number {
  const [endsAt] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => {
      const next = Math.max(Math.ceil((endsAt - Date.now()) / 1000), 0);
      setLeft(next);
      if (next === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}
