"use client";

import { momentHere, momentInUtc } from "@/lib/platform/moment-words-dto";
import { useTimeZone } from "./use-time-zone";

/** Says a moment where the person is; in UTC, and with that word, on the server and until the page lives. */
export const useMoment = (): ((iso: string) => string) => (useTimeZone() === undefined ? momentInUtc : momentHere);
