import type { Comparison, Verdict } from "./compare";
import type { Unit } from "./figure";

/** A number as a person reads it: three digits that count. */
export function readable(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return "";
  if (unit === "bytes") return `${(value / 1024).toFixed(1)} KiB`;
  if (unit === "requests") return String(value);
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  const text = value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === "MiB" ? `${text} MiB` : text;
}

export const times = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 1)} ×` : "";

const SLOWER = new Set<Unit>(["ms", "CPU ms"]);

/** What a verdict says of a figure in its unit. */
export function verdictWords({ verdict, figure }: Comparison): string {
  const ofTime: Partial<Record<Verdict, string>> = { more: "slower", less: "faster" };
  const ofRate: Partial<Record<Verdict, string>> = { more: "faster", less: "slower" };
  const words = SLOWER.has(figure.unit) ? ofTime : figure.unit === "per second" ? ofRate : {};
  return words[verdict] ?? verdict;
}
