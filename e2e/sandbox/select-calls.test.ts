import { describe, expect, it } from "vitest";
import { answerGenerated } from "./answer-generated";
import type { ClariCall } from "./clari-call";
import { newClariPair } from "./clari-pair";
import { makeUsers } from "./clari-users";
import { generatedCalls } from "./generated-calls";
import type { Pagination } from "./page-of";
import { queryReader } from "./query-reader";

const until = Date.UTC(2026, 5, 30);
type Page = { calls: ClariCall[]; pagination?: Pagination };
const iso = (time: number) => new Date(time).toISOString();
const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);

/** The slow way, which is surely right: every call as it is now, filtered and sorted. */
function allOf({ asked: calls }: ReturnType<typeof generatedCalls>): ClariCall[] {
  const now = Array.from({ length: calls.total }, (_, number) => calls.texts(number).at(-1) ?? "");
  return now
    .map((text): ClariCall => JSON.parse(text))
    .toSorted((a, b) => a.time.localeCompare(b.time) || (calls.numberOf(a.id) ?? 0) - (calls.numberOf(b.id) ?? 0));
}

describe.each(["inclusive", "exclusive"] as const)("a query with %s ends", (boundary) => {
  const made = generatedCalls({
    seed: 1,
    users: makeUsers(1, 40),
    until,
    count: 3000,
    ahead: 300,
    ties: { count: 150, at: 1000 },
    changes: { share: 0.2 },
    boundary,
    pair: newClariPair,
  });
  for (let request = 1; request <= 30; request += 1) made.sent(100, request);
  const all = allOf(made);
  const page = (query: string): Page => {
    const answer = answerGenerated(
      { calls: made, pair: newClariPair },
      "/calls",
      queryReader(new URLSearchParams(query)),
    );
    return JSON.parse(answer?.text ?? "");
  };
  const at = (index: number) => all[index] as ClariCall;
  const isAfter = (value: string, mark: string) => (boundary === "inclusive" ? value >= mark : value > mark);
  const tied = at(1050).time;

  it.each<[string, string, (call: ClariCall) => boolean]>([
    ["all", "", () => true],
    ["a status", "filterStatus=PROCESSED", ({ status }) => status === "PROCESSED"],
    [
      "two statuses that calls changed to",
      "filterStatus=IGNORED_BY_USER&filterStatus=SCHEDULED",
      ({ status }) => status === "IGNORED_BY_USER" || status === "SCHEDULED",
    ],
    ["a type", "filterType=ZOOM", ({ type }) => type === "ZOOM"],
    ["a duration", "filterDurationGt=1000", ({ metrics }) => (metrics?.call_duration ?? 0) >= 1000],
    ["from a time", `filterTimeGt=${at(700).time}`, ({ time }) => isAfter(time, at(700).time)],
    ["from a tie", `filterTimeGt=${tied}`, ({ time }) => isAfter(time, tied)],
    ["up to a tie", `filterTimeLt=${tied}`, ({ time }) => isAfter(tied, time)],
    [
      "between times and of a status",
      `filterTimeGt=${at(200).time}&filterTimeLt=${at(2800).time}&filterStatus=PROCESSED`,
      ({ time, status }) => isAfter(time, at(200).time) && isAfter(at(2800).time, time) && status === "PROCESSED",
    ],
    [
      "changed since",
      `filterModifiedGt=${iso(until)}`,
      ({ last_modified_time }) => isAfter(last_modified_time, iso(until)),
    ],
    [
      "changed up to",
      `filterModifiedLt=${at(900).last_modified_time}`,
      (call) => isAfter(at(900).last_modified_time, call.last_modified_time),
    ],
    ["nothing", `filterTimeGt=${iso(until)}&filterTimeLt=${iso(until - 1)}`, () => false],
  ])("finds %s", (_, query, matches) => {
    const expected = all.filter(matches);
    for (const skip of [0, 1, 99, 450, 777, 1100, 2500, expected.length - 3, expected.length])
      for (const sort of ["asc", "desc"] as const) {
        if (skip < 0) continue;
        const sorted = sort === "asc" ? expected : expected.toReversed();
        const answer = page(`${query}&skip=${skip}&limit=50&sortTime=${sort}`);
        expect(ids(answer.calls), `${sort} ${skip}`).toEqual(ids(sorted.slice(skip, skip + 50)));
        expect(answer.pagination?.matched).toBe(expected.length);
      }
  });
});
