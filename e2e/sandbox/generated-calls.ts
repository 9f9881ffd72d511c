import { callFilter } from "./call-filter";
import { numberOf } from "./call-ids";
import { makeSamples } from "./call-samples";
import { type CallTextOptions, callText } from "./call-text";
import { callTimeline, type TimelineOptions } from "./call-timeline";
import { callVersions, type NumberedCall } from "./call-versions";
import { type CallChange, type ChangeOptions, changeCalls } from "./change-calls";
import type { ClariPair } from "./clari-pair";
import type { ClariUser } from "./clari-users";
import { type Standing, standingOf } from "./expected-calls";
import { queryReader } from "./query-reader";
import { seededRandom } from "./seeded-random";
import { type SelectedCalls, selectCalls } from "./select-calls";
import type { Boundary } from "./time-span";

export type GeneratedSettings = TimelineOptions &
  CallTextOptions & {
    seed: number;
    users: readonly ClariUser[];
    boundary: Boundary;
    changes?: ChangeOptions | undefined;
    pair(): ClariPair;
  };

export type ExpectedCalls = {
  /** Ids that must be read, once, in this order. */
  always: string[];
  /** Ids that came, went or moved meanwhile: they may be read or not. */
  perhaps: string[];
};

/** What a test can ask about generated calls. */
export type GeneratedCalls = {
  /** With those that came to be. */
  readonly total: number;
  /** All, ascending by number. For a million use `idOf`. */
  ids(): string[];
  idOf(number: number): string;
  numberOf(id: string): number | undefined;
  /** Every text in which a call was ever sent or could have been, oldest first; two with the pair of now. */
  texts(number: number): string[];
  /** What a right read of this query holds, which began when `after` requests had come. */
  expected(query?: string, after?: number): ExpectedCalls;
  /** The same for one call, by its number. */
  standing(query?: string, after?: number): (number: number) => Standing;
};

const refuse = (): never => {
  throw new Error("Start the sandbox with `generated` to ask for its calls.");
};
/** Stands where calls are not generated: nobody shall take nothing for an answer. */
export const NOT_GENERATED: GeneratedCalls = {
  get total() {
    return refuse();
  },
  ids: refuse,
  idOf: refuse,
  numberOf: refuse,
  texts: refuse,
  expected: refuse,
  standing: refuse,
};

export function generatedCalls(settings: GeneratedSettings) {
  const { seed, users, until, boundary, pair } = settings;
  const versions = callVersions(callTimeline(settings), makeSamples(seed, users, until));
  const text = callText(versions, settings, pair);
  const { changes, sent } = changeCalls(versions, settings.changes ?? { share: 0 }, seededRandom(seed + 17), until);
  const numbers = () => Array.from({ length: versions.total() }, (_, number) => number);
  const standing = (query = "", after = 0) =>
    standingOf(versions, callFilter(queryReader(new URLSearchParams(query))), boundary, after);

  const asked: GeneratedCalls = {
    get total() {
      return versions.total();
    },
    ids: () => numbers().map(text.idOf),
    idOf: text.idOf,
    numberOf,
    texts: (number) => versions.history(number).map(text.write),
    standing,
    expected: (query, after) => {
      const of = standing(query, after);
      const withStanding = (wanted: Standing) => numbers().filter((number) => of(number) === wanted);
      const timeOf = new Map(withStanding("always").map((number) => [number, versions.current(number).time]));
      const always = [...timeOf].toSorted(([a, timeA], [b, timeB]) => timeA - timeB || a - b);
      return { always: always.map(([number]) => text.idOf(number)), perhaps: withStanding("perhaps").map(text.idOf) };
    },
  };
  return {
    asked,
    changes: changes as readonly CallChange[],
    sent,
    select: (filter: Parameters<typeof selectCalls>[1]): SelectedCalls => selectCalls(versions, filter, boundary),
    write: (call: NumberedCall) => text.write(call),
    find: (id: string) => {
      const number = numberOf(id);
      return number !== undefined && number < versions.total() ? versions.current(number) : undefined;
    },
    sampleOf: versions.sampleOf,
  };
}
