/**
 * What a provider answers to its verification call, in the smallest shape that counts: its keys, invented values. Each
 * says where that is documented. The judge has to read them as their provider means them.
 */
export type Answers = {
  /** Where the shapes are from, and when that was looked at. */
  source: string;
  accepted: Answer;
  /** To values that it does not know. */
  refused: Answer;
  /** Other ways in which it refuses. */
  alsoRefused?: readonly Answer[];
} & Partial<Record<"forbidden" | "noTenant" | "incomplete" | "notHeld" | "empty", Answer>>;

export type Answer = { status: number; json: unknown };
