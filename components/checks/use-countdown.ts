"use client";

import { useEffect, useState } from "react";
import { counted } from "@/lib/platform/counted-dto";

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

/** A sentence that names the seconds, with those that are left. */
export function countDown(sentence: string, seconds: number, left: number): string {
  return sentence.replace(
    new RegExp(`\\bin ${seconds} seconds?\\b`),
    left === 0 ? "now" : `in ${counted(left, "second")}`,
  );
}
