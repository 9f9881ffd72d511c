"use client";

import { useCallback, useSyncExternalStore } from "react";
import { exactMoment } from "@/lib/platform/moment-words-dto";
import { useClock } from "./clock-context";
import { relativeWords } from "./relative-words";

const never = () => undefined;

type RelativeTimeProps = {
  iso: string;
  /** It is still to come: what is due or ends then. */
  coming?: boolean;
};

/** A moment as a person says it, as long as that is true, with the exact one on hover. */
export function RelativeTime({ iso, coming = false }: RelativeTimeProps) {
  const clock = useClock();
  const at = Date.parse(iso);
  const watch = useCallback((changed: () => void) => clock?.tick(at, coming, changed) ?? never, [clock, at, coming]);
  const words = useSyncExternalStore(
    watch,
    () => relativeWords(at, Date.now(), coming),
    // Not before the browser has taken over: fifty rows with an exact time each are as much again to send.
    () => undefined,
  );
  return (
    <time dateTime={iso} title={words && exactMoment(iso)}>
      {words ?? relativeWords(at, clock?.renderedAt ?? Date.now(), coming)}
    </time>
  );
}
