import { counted, countedInFigures } from "@/lib/platform/counted-dto";

/** What reading everything would take: requests, and seconds at the provider's pace. */
export type FullReadForecast = { requests: number; seconds: number };

function inTime(seconds: number): string {
  if (seconds < 120) return counted(Math.max(1, Math.round(seconds)), "second");
  if (seconds < 7200) return counted(Math.round(seconds / 60), "minute");
  return counted(Math.round(seconds / 3600), "hour");
}

/** "About 480 requests, 80 seconds at Clari Copilot's pace." */
export function forecastSentence({ requests, seconds }: FullReadForecast, provider: string): string {
  return `A full read takes about ${countedInFigures(requests, "request")}, ${inTime(seconds)} at the pace of ${provider}.`;
}
