import type { Comparison } from "./compare";
import { bareOf, type Facts, type Figure, type Run, type Unit } from "./figure";
import { markdownTable } from "./markdown-table";
import type { Part } from "./part";
import { median, quantile, ratios, roundMedians } from "./statistics";
import { readable, times, verdictWords } from "./words";

/** So many samples have something to say of their last twentieth, and of their last hundredth. */
const ENOUGH_FOR_P95 = 20;
const ENOUGH_FOR_P99 = 100;
/** Said by the number itself, or by the head of its column. */
const UNITS_THAT_SHOW = new Set<Unit>(["ms", "bytes", "MiB"]);
const HEAD = ["", "median (ms)", "middle half", "p95", "p99", "to the bare", "CPU ms", "to the bare"];

export const describeFacts = (facts: Facts): string =>
  [
    `Commit ${facts.commit}, ${facts.at.slice(0, 10)}, Node.js ${facts.node}, ${facts.cores} cores (${facts.processor}),`,
    `${facts.memoryGiB} GiB, ${facts.databases.join(" and ")}${facts.quick ? ", --quick" : ""}.`,
  ].join(" ");

function ratioOf(figure: Figure, figures: Figure[]): string {
  const bare = bareOf(figure, figures);
  return bare && bare !== figure ? times(median(ratios(figure.rounds, bare.rounds))) : "";
}

function row(figure: Figure, figures: Figure[]): string[] {
  const { unit, name } = figure;
  const all = figure.rounds.flat();
  const at = (share: number) => readable(quantile(all, share), unit);
  const isTime = unit === "ms";
  const cpu = figures.find((other) => other.unit === "CPU ms" && other.name === name);
  return [
    UNITS_THAT_SHOW.has(unit) ? name : `${name}, ${unit}`,
    readable(median(all), unit),
    all.length > 1 ? `${at(0.25)} to ${at(0.75)}` : "",
    isTime && all.length >= ENOUGH_FOR_P95 ? at(0.95) : "",
    isTime && all.length >= ENOUGH_FOR_P99 ? at(0.99) : "",
    ratioOf(figure, figures),
    isTime && cpu ? readable(median(roundMedians(cpu.rounds)), "CPU ms") : "",
    isTime && cpu ? ratioOf(cpu, figures) : "",
  ];
}

/** The figures of a part on a database as one table. CPU time stands beside the time of the same name. */
function describeGroup(figures: Figure[]): string {
  const timed = new Set(figures.filter(({ unit }) => unit === "ms").map(({ name }) => name));
  const rows = figures.filter(({ unit, name }) => unit !== "CPU ms" || !timed.has(name));
  return markdownTable(
    HEAD,
    rows.map((figure) => row(figure, figures)),
  );
}

export function describeRun({ facts, figures, notes }: Run, parts: Part[]): string {
  const groups = parts.flatMap(({ name, title }) =>
    ["", ...facts.databases].map((on) => {
      const own = figures.filter((figure) => figure.part === name && figure.on === on);
      return own.length === 0 ? "" : `## ${title}${on ? `, ${on}` : ""}\n\n${describeGroup(own)}\n`;
    }),
  );
  return [describeFacts(facts), "", ...groups.filter(Boolean), ...notes].join("\n");
}

/** What moved, as a table, and how many did not. */
export function describeComparison(comparisons: Comparison[], before: Facts): string {
  const shown = comparisons.filter(({ verdict }) => verdict !== "same");
  const rows = shown.map((comparison) => {
    const { figure, change } = comparison;
    return [
      `${figure.part}${figure.on ? `, ${figure.on}` : ""}: ${figure.name}`,
      figure.unit,
      readable(comparison.before, figure.unit),
      readable(comparison.now, figure.unit),
      times(change),
      verdictWords(comparison),
    ];
  });
  const same = `${comparisons.length - shown.length} of ${comparisons.length} figures did not move beyond the noise.`;
  const head = ["", "unit", "before", "now", "change", "verdict"];
  return [
    `Against: ${describeFacts(before)}`,
    "",
    ...(rows.length > 0 ? [markdownTable(head, rows), ""] : []),
    same,
  ].join("\n");
}
