import type { CallTextOptions } from "./call-text";
import type { TimelineOptions } from "./call-timeline";
import type { ChangeOptions } from "./change-calls";
import type { FlakyOptions } from "./flaky-reading";
import type { Boundary } from "./time-span";

/** What makes a sandbox hard to read. All of it is seeded, and so far as requests come in the same order, it is the same. */
export type ReadingOptions = CallTextOptions & {
  /** Calls from their numbers, a million if need be. By themselves where an option of the next four asks for them. */
  generated?: Pick<TimelineOptions, "count" | "ahead" | "interval">;
  ties?: TimelineOptions["ties"];
  changes?: ChangeOptions;
  /** Prints every page of generated calls with line breaks and blanks. */
  pretty?: boolean;
  /** Whether the filters by time let pass what is exactly at their end; inclusive by default. */
  boundary?: Boundary;
  flaky?: FlakyOptions;
};

/** Whether calls are generated, and how: what asks for it by itself takes `calls` as their count. */
export function generatedOf(options: ReadingOptions & { calls?: number }): ReadingOptions["generated"] {
  const { generated, ties, changes, heavy, echo, oddities, pretty } = options;
  if (generated) return generated;
  const isNeeded = [ties, changes, heavy, echo, oddities, pretty].some(Boolean);
  return isNeeded ? { count: options.calls ?? 250 } : undefined;
}
