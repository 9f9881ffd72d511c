import type { ReadRequest } from "@/lib/connectors/read-request";
import type { Cursor } from "./cursor";

/** What a provider answered. Names of headers are in small letters. */
export type Answered = { status: number; text: string; headers?: Readonly<Record<string, string>> };

/** The answer, or why there is none. */
export type PageAnswer = Answered | { unreachable: string };

export type FetchPage = (request: ReadRequest) => Promise<PageAnswer>;

export type ReadLimits = {
  /** How often a page is asked for that does not come. */
  tries: number;
  /** The first wait between two tries, and the longest that a read stands: beyond it ends with what the provider asks. */
  firstWaitMs: number;
  longestWaitMs: number;
};

export type ReadOptions = {
  /** The origin that is asked: a link is followed nowhere else. */
  origin: string;
  /** When this read began, and since when it wants what changed: milliseconds. A cursor has its own. */
  startedAt: number;
  since?: number;
  cursor?: Cursor;
  /** How many records a page is asked for, where fewer than usual are wanted and the provider lets them be counted. */
  size?: number | undefined;
  fetchPage: FetchPage;
  wait: (ms: number) => Promise<void>;
  /** The time, for a wait that a provider names as a date. */
  now?: () => number;
  limits?: Partial<ReadLimits>;
};

/**
 * Why a read ends before its end.
 * - `refused`: the values are not accepted. `gone`: there is nothing of this name. `rejected`: any other refusal.
 * - `limited`: the provider wants a longer wait. `unavailable`: it failed, or was not reached, at each try.
 * - `too-heavy`: the smallest page still is. `unreadable`: no JSON, no records in it, or one without key.
 * - `repeated`: a page is the one before. `unordered`: not in the order or range that was asked for.
 * - `unsteady`: records move under the reader. `ceiling`: the provider takes no larger offset.
 * - `led-away`: the next page is at another origin. `not-incremental`: it cannot say what changed.
 */
export type StopReason =
  | "refused"
  | "gone"
  | "rejected"
  | "limited"
  | "unavailable"
  | "too-heavy"
  | "unreadable"
  | "repeated"
  | "unordered"
  | "unsteady"
  | "ceiling"
  | "led-away"
  | "not-incremental";

export type Stop = { reason: StopReason; status?: number; retryAfterMs?: number };

/** What a read gives: pages, and as the last thing always its end, so that a part is never taken for the whole. */
export type ReadItem =
  /** Raw records, and where to go on behind them. `asked` counts the requests that it took. */
  | { kind: "page"; records: readonly string[]; cursor: Cursor; total?: number; asked: number }
  /**
   * `resume` is where a later, incremental read begins: the start of this one, with its overlap. `gone` counts records of
   * which the provider's list told and that it did not know any more when it was asked for them.
   */
  | { kind: "complete"; read: number; total?: number; gone?: number; resume?: number }
  /** `cursor` is where it can be tried again, `behind` the key of the last record before what failed. */
  | ({
      kind: "stopped";
      read: number;
      total?: number;
      gone?: number;
      cursor: Cursor;
      behind?: string;
      asked: number;
    } & Stop);
