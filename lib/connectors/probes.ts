import type { AnswerWord, VerificationCall } from "./verification-call";

/**
 * What is asked beside the proof, with a click: whether values that are accepted may read something. Only where it is
 * documented. Nothing of a credential's status follows from it.
 */
export type Probe = {
  /** What an empty list means here, as a sentence. */
  emptyMeans?: string;
} & (
  | { endpoint: string }
  | ({
      id: string;
      /** "people", in "This key may read people." */
      reads: string;
    } & Pick<VerificationCall, "method" | "path" | "body" | "expect">)
);

export type Probes = {
  /** Words in an answer of any status that mean: the values live, and may not read this. */
  mayNot?: readonly AnswerWord[];
  of: readonly Probe[];
};
