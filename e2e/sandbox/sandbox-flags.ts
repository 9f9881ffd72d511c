import { parseArgs } from "node:util";
import type { ClariSandboxOptions } from "./clari-sandbox";

const OPTIONS = {
  generated: { type: "string" },
  ties: { type: "string" },
  boundary: { type: "string" },
  changes: { type: "string" },
  seed: { type: "string" },
  flaky: { type: "boolean" },
  heavy: { type: "boolean" },
  echo: { type: "boolean" },
  oddities: { type: "boolean" },
  pretty: { type: "boolean" },
  unlimited: { type: "boolean" },
} as const;

/** What a person is told upon a flag that is none. */
export const FLAGS =
  "--generated 50000 --ties 500 --changes 0.02 --boundary exclusive --flaky --heavy --echo --oddities --pretty --unlimited --seed 1";

function numberOf(flag: string, text: string | undefined, isFine: (value: number) => boolean): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !isFine(value)) throw new Error(`--${flag} cannot be ${text}. The sandbox takes ${FLAGS}.`);
  return value;
}
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 1 && value < 2 ** 24;

function readFlags(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowNegative: false }).values;
  } catch {
    throw new Error(`The sandbox takes ${FLAGS}.`);
  }
}

/** The options that the words behind `npm run sandbox --` ask for; throws a sentence for people. */
export function sandboxFlags(words: readonly string[]): ClariSandboxOptions {
  const { boundary, flaky, heavy, echo, oddities, pretty, unlimited, ...texts } = readFlags(words);
  const count = numberOf("generated", texts.generated, isCount);
  const tied = numberOf("ties", texts.ties, isCount);
  const share = numberOf("changes", texts.changes, (value) => value >= 0 && value <= 1);
  const seed = numberOf("seed", texts.seed, Number.isSafeInteger);
  if (boundary !== undefined && boundary !== "inclusive" && boundary !== "exclusive")
    throw new Error("--boundary is inclusive or exclusive.");
  const total = count ?? 250;
  return {
    ...(count !== undefined && { generated: { count } }),
    // In the middle of the past.
    ...(tied !== undefined && { ties: { count: tied, at: Math.floor(Math.max(0, total - tied) / 2) } }),
    ...(share !== undefined && { changes: { share } }),
    ...(seed !== undefined && { seed }),
    ...(boundary && { boundary }),
    ...(flaky && { flaky: { tooMany: 0.03, badGateway: 0.02, cut: 0.01 } }),
    ...(heavy && { heavy: { every: 2 } }),
    ...(echo && { echo }),
    ...(oddities && { oddities }),
    ...(pretty && { pretty }),
    ...(unlimited && { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY }),
  };
}
