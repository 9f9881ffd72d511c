import type { CallMetrics, CallStatus, CallType, ClariCall, StoredCall } from "./clari-call";
import { KEYWORD_TOPICS, keywordTopicNames } from "./clari-topics";
import type { ClariUser } from "./clari-users";
import { COMPANIES, emailOf, personName } from "./made-up-names";
import { type SeededRandom, seededRandom } from "./seeded-random";

const TITLES = [
  "Discovery",
  "Demo",
  "Pricing review",
  "Security questions",
  "Weekly sync",
  "Kick-off",
  "Renewal",
] as const;
const STAGES = ["Qualification", "Proof of value", "Proposal", "Negotiation"] as const;
const USUAL_TYPES: [CallType, ...CallType[]] = [
  "ZOOM",
  "ZOOM",
  "GOOGLE_MEET",
  "MS_TEAMS",
  "AIRCALL_RECORDING",
  "DIALPAD",
];
const USUAL_STATUSES: [CallStatus, ...CallStatus[]] = [
  "PROCESSED",
  "PROCESSED",
  "PROCESSED",
  "PROCESSED",
  "POST_PROCESSING_DONE",
  "CALL_DID_NOT_HAPPEN",
  "NOBODY_JOINED_CALL",
  "UNABLE_TO_JOIN",
  "ERROR_IN_RECORDING",
];
const HOUR = 3_600_000;
const iso = (time: number) => new Date(time).toISOString();

function makeMetrics(random: SeededRandom, speaker: { id: string; name: string }): CallMetrics {
  const duration = random.integer(180, 4500);
  const questions = random.integer(2, 30);
  return {
    talk_listen_ratio: random.integer(20, 80) / 100,
    num_questions_asked: questions,
    num_questions_asked_by_reps: random.integer(0, questions),
    call_duration: duration,
    total_speak_duration: Math.round(duration * 0.9),
    longest_monologue_duration: random.integer(20, 170),
    longest_monologue_start_time: random.integer(0, duration - 180),
    engaging_questions: random.integer(0, questions),
    categories: random.some(keywordTopicNames, random.integer(1, 3)).map((name) => {
      const phrases = random.some<string>(KEYWORD_TOPICS[name], random.integer(1, 2));
      return {
        name,
        occurences: phrases.length,
        phrases_matched: phrases.map((text) => ({
          text,
          user_id: speaker.id,
          name: speaker.name,
          time: random.integer(0, duration),
        })),
        ai_detected: random.chance(0.2),
      };
    }),
  };
}

/** One every six hours, the first forty still to come; every twentieth is private. */
function makeCall(seed: number, number: number, users: readonly ClariUser[], until: number): StoredCall {
  const random = seededRandom(seed * 7_919 + number * 31 + 5);
  const time = until + (40 - number) * 6 * HOUR + random.integer(0, 11) * (HOUR / 12);
  const isToCome = time > until;
  const status = isToCome ? "SCHEDULED" : time > until - 3 * HOUR ? "PROCESSING" : random.pick(USUAL_STATUSES);
  const wasHeld = status === "PROCESSED" || status === "POST_PROCESSING_DONE";
  const modified = isToCome ? time - random.integer(300, 400) * HOUR : time + random.integer(1, 20) * (HOUR / 4);
  const ours = random.some(users, random.integer(1, 2));
  const theirs = Array.from({ length: random.integer(1, 3) }, (_, index) => {
    const name = personName(random.integer(1000, 1800));
    return { name, email: emailOf(name, ".customer"), personId: ours.length + index };
  });
  const participants = ours.map(({ name, email }, personId) => ({ name, email, personId }));
  const account = random.pick(COMPANIES);
  const id = `${random.hex(18)}${number.toString(16).padStart(6, "0")}`;
  const hasDeal = random.chance(0.7);
  const speaker = ours[0] ?? { id: "", name: "" };
  const call: ClariCall = {
    id,
    source_id: `src-${random.integer(100_000_000, 999_999_999)}`,
    title: `${account} – ${random.pick(TITLES)}`,
    users: ours.map((user, personId) => ({
      userId: user.id,
      userEmail: user.email,
      isOrganizer: personId === 0,
      personId,
    })),
    externalParticipants: theirs,
    joinedParticipants: wasHeld ? [...participants, ...theirs] : [],
    status,
    bot_not_join_reason: status === "UNABLE_TO_JOIN" ? ["RECORDING_PERMISSION_DENIED"] : [],
    type: random.pick(USUAL_TYPES),
    time: iso(time),
    icaluid: `${random.hex(26)}@calendar.example.com`,
    calendar_id: random.hex(20),
    last_modified_time: iso(modified),
    disposition: wasHeld
      ? "CALL_CONNECTED_WITH_PROSPECT"
      : status === "NOBODY_JOINED_CALL"
        ? "CALL_NOBODY_JOINED"
        : "UNKNOWN_CALL_DISPOSITION",
    ...(hasDeal && {
      deal_name: `${account} – ${random.integer(10, 400)} seats`,
      deal_value: String(random.integer(8, 240) * 500),
      deal_close_date: iso(until + random.integer(5, 90) * 24 * HOUR),
      deal_stage_before_call: random.pick(STAGES),
    }),
    account_name: account,
    contact_names: theirs.map(({ name }) => name),
    crm_info: {
      source_crm: "salesforce",
      ...(hasDeal && { deal_id: `006${random.hex(12)}` }),
      account_id: `001${random.hex(12)}`,
      contact_ids: theirs.map(() => `003${random.hex(12)}`),
    },
    bookmark_timestamps: wasHeld && random.chance(0.3) ? [iso(time + random.integer(1, 60) * 60_000)] : [],
    ...(wasHeld && { metrics: makeMetrics(random, speaker) }),
    call_review_page_url: `https://copilot.example.com/call/${id}`,
  };
  return { call, time, modified, processed: wasHeld ? modified : 0, isPrivate: number % 20 === 19 };
}

export function makeCalls(seed: number, count: number, users: readonly ClariUser[], until: number): StoredCall[] {
  return Array.from({ length: count }, (_, number) => makeCall(seed, number, users, until));
}
