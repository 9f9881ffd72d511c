import { counted } from "@/lib/platform/counted-dto";
import { CHECK_INTERVALS } from "./settings-schema";

const UNITS = [
  { minutes: 24 * 60, noun: "day" },
  { minutes: 60, noun: "hour" },
  { minutes: 1, noun: "minute" },
] as const;

/** How often, as the choices say it: "Every 6 hours". An operator may choose what is none of them. */
export function checkIntervalInWords(minutes: number): string {
  const choice = CHECK_INTERVALS.find((one) => one.minutes === minutes);
  if (choice) return choice.label;
  const unit = UNITS.find((one) => minutes % one.minutes === 0);
  if (!unit) return minutes < 1 ? "Several times a minute" : `About every ${counted(Math.round(minutes), "minute")}`;
  const count = minutes / unit.minutes;
  return `Every ${counted(count, unit.noun).replace(/^1 /, "")}`;
}
