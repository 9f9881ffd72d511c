"use client";

import { useSyncExternalStore } from "react";
import { zoneHere } from "@/lib/platform/moment-words-dto";

const never = () => () => undefined;

/** "Europe/Berlin": the person's own. Undefined on the server, which does not know it, and until the page lives. */
export function useTimeZone(): string | undefined {
  return useSyncExternalStore(never, zoneHere, () => undefined);
}
