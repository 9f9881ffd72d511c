import type { ClariCall } from "./clari-call";
import { makeCalls } from "./clari-calls";
import type { ClariUser } from "./clari-users";

const HELD = 60;
const PLANNED = 20;

/** What generated calls look like: each one repeats a sample, with its own id and times. */
export type CallSamples = { held: readonly ClariCall[]; planned: readonly ClariCall[] };

/** About 1.1 kB, as most of Clari's: two people, and nothing of what was said. */
function slim({ metrics, crm_info, ...call }: ClariCall): ClariCall {
  return {
    ...call,
    users: call.users.slice(0, 1),
    externalParticipants: call.externalParticipants.slice(0, 1),
    joinedParticipants: [],
    contact_names: call.contact_names.slice(0, 1),
    crm_info: { ...crm_info, contact_ids: crm_info.contact_ids.slice(0, 1) },
    bookmark_timestamps: [],
    ...(metrics && {
      metrics: {
        ...metrics,
        categories: metrics.categories.slice(0, 1).map((category) => ({ ...category, phrases_matched: [] })),
      },
    }),
  };
}

export function makeSamples(seed: number, users: readonly ClariUser[], until: number): CallSamples {
  const made = makeCalls(seed, 2 * (HELD + PLANNED), users, until).filter(({ isPrivate }) => !isPrivate);
  const over = (status: string) => status !== "SCHEDULED" && status !== "PROCESSING";
  return {
    held: made.flatMap(({ call }) => (over(call.status) ? [slim(call)] : [])).slice(0, HELD),
    planned: made.flatMap(({ call }) => (call.status === "SCHEDULED" ? [slim(call)] : [])).slice(0, PLANNED),
  };
}
