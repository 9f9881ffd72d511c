"use client";

import { exactMoment } from "@/lib/platform/moment-words-dto";
import { useMoment } from "./use-moment";

/** "3 May 2026, 14:00" where the person is, with the exact moment in UTC on hover. */
export function LocalTime({ iso }: { iso: string }) {
  const say = useMoment();
  return (
    <time dateTime={iso} title={exactMoment(iso)}>
      {say(iso)}
    </time>
  );
}
