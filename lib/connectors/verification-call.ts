/** Keys that lead to a value of an answer; `*` is each entry of a list. */
export type AnswerPath = readonly string[];

/** A place in a JSON answer, and the words there that count. */
export type AnswerWord = { at: AnswerPath; in: readonly string[] };

/** The request whose answer proves the values. A 2xx answer counts only with the expected JSON in it. */
export type VerificationCall = {
  method: "GET" | "POST";
  path: string;
  /** JSON text of the request's body. */
  body?: string;
  /**
   * Path of keys to what must be there: an array of objects, or an object. `idAt` is where each of an array has its id,
   * if that is not `id`.
   */
  expect: { kind: "array" | "object"; at: AnswerPath; idAt?: AnswerPath };
  /**
   * What the answer has to say besides, all of it. Where one says something else, the provider answered and does not
   * accept the values; where it is not there at all, the answer is another's. The first that fails decides. Without `is` anything but null counts.
   */
  holds?: readonly { at: AnswerPath; is?: string | number | boolean }[];
  /** How values are refused, beyond 401: by another status, or by a word in a JSON answer of any status. */
  refused?: { statuses?: readonly number[]; where?: readonly AnswerWord[] };
  /**
   * What 403 means here. There is no default: whoever writes a connector has to have looked. With `mayNotRead` the values
   * live, and what they lack is named: "account details (scope oauth)". With `where`, only an answer with such a word
   * means that, and any other is unclear, or a refusal where the provider says so.
   */
  forbidden: "refused" | "unclear" | { mayNotRead: string; where?: readonly AnswerWord[]; otherwise?: "refused" };
  /** Statuses by which a host that was typed turns out to be nobody's. */
  noTenant?: { statuses: readonly number[] };
  /** Whose values they are, where the answer says it. */
  identity?: { of: "person" | "tenant"; id: AnswerPath; name?: AnswerPath };
  /** What acceptance does not prove, as a sentence. */
  leavesOpen?: string;
  /** Words in the body of a 401 or 403 that mean: a part of the values did not arrive. */
  incompleteWords?: readonly string[];
  /** What an empty list may mean, where that is worth a warning. */
  emptyMeans?: readonly string[];
  /** The largest answer that this provider sends, in bytes: a longer declared one is not its answer. */
  maxAnswerBytes?: number;
};
