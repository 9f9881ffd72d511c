import type { StoredCall } from "./clari-call";
import { makeCalls } from "./clari-calls";
import {
  type ClariScorecardTemplate,
  makeScorecards,
  makeScorecardTemplates,
  type StoredScorecard,
} from "./clari-scorecards";
import { makeTopics, type StoredTopic } from "./clari-topics";
import { type ClariUser, makeUsers } from "./clari-users";
import type { Boundary } from "./time-span";

export type ClariData = {
  seed: number;
  users: ClariUser[];
  calls: StoredCall[];
  scorecards: StoredScorecard[];
  templates: ClariScorecardTemplate[];
  topics: StoredTopic[];
  /** Of the filters by time of `/calls`; inclusive by default. */
  boundary?: Boundary;
};

/** A made-up workspace: the same arguments always give the same one. `until` is its "now", in milliseconds since 1970. */
export function makeClariData(size: { seed: number; people: number; calls: number; until: number }): ClariData {
  const { seed, until } = size;
  const users = makeUsers(seed, size.people);
  const calls = makeCalls(seed, size.calls, users, until);
  const templates = makeScorecardTemplates(seed);
  return {
    seed,
    users,
    calls,
    templates,
    scorecards: makeScorecards(seed, calls, users, templates),
    topics: makeTopics(seed, until),
  };
}
