import { counted } from "@/lib/platform/counted-dto";

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "in 30 seconds", "in 3 days": rounded up, in the largest unit of which it is two or more. */
export function inSeconds(seconds: number | undefined): string {
  if (seconds === undefined) return "in a minute";
  const [unit, size] = UNITS.find(([, length]) => seconds >= 2 * length) ?? ["second", 1];
  const count = Math.ceil(seconds / size);
  return `in ${counted(count, unit)}`;
}
