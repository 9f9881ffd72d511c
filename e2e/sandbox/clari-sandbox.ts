import type { CallChange } from "./change-calls";
import type { ClariPair } from "./clari-pair";
import type { EarlyRequest } from "./early-requests";
import type { GeneratedCalls } from "./generated-calls";
import type { HttpSandbox, RecordedRequest } from "./http-sandbox";
import type { ReadingOptions } from "./reading-options";

export type RecordedClariRequest = RecordedRequest & {
  hasBothHeaders: boolean;
  /** Whether they were the pair that is valid at that moment. */
  headersMatchPair: boolean;
  /** Which pair it was, from 1 for the first; null for one that was never right. */
  pair: number | null;
  /** The fault that answered, as it was written, or null. */
  fault: string | null;
};

export type ClariSandboxOptions = ReadingOptions & {
  /** A free one by default. */
  port?: number;
  /** Never another one: the sandbox is for this machine only. */
  host?: "127.0.0.1";
  people?: number;
  calls?: number;
  /** The same seed gives the same people, calls, changes and faults of `flaky`. */
  seed?: number;
  /** The made-up workspace's "now", in milliseconds since 1970: some calls are still to come then. */
  until?: number;
  pair?: ClariPair;
  /** Infinity for none; so of the week's. */
  ratePerSecond?: number;
  ratePerWeek?: number;
  /** How a wrong pair is answered; Clari does not document it. */
  refuseWith?: 401 | 403;
  /** Where the redirect faults lead; to the sandbox itself by default. */
  redirectTo?: string;
  /** Serves a page for people at `/`. */
  page?: boolean;
  onNewPair?: (pair: ClariPair) => void;
};

export type ClariSandbox = HttpSandbox<RecordedClariRequest> & {
  readonly pair: ClariPair;
  /** Generated calls, for tests that must know what is right; to ask throws where they are not generated. */
  readonly calls: GeneratedCalls;
  /** What changed while it was read, oldest first. */
  readonly changes: readonly CallChange[];
  /** Requests that came before the time that a Retry-After told. */
  readonly early: readonly EarlyRequest[];
  /** The largest number of requests in any sliding second. */
  mostInASecond(): number;
  /** Replaces the pair; the old one is refused from now on, as in Clari. */
  generatePair(): ClariPair;
  /**
   * Answers the next `times` requests, or all, with a fault, whatever their key; without one, ends it. Counts of
   * `flaky` start anew. Throws where there is no such fault.
   */
  behave(fault?: string, times?: number): void;
};
