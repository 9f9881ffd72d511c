import type { ClariCall } from "./clari-call";
import { KEYWORD_TOPICS, type KeywordTopic } from "./clari-topics";
import { seededRandom, seedOf } from "./seeded-random";

type Annotation = { tracker: string; phrase: string; category: string } | { label: string; phrase: string };
type Turn = { text: string; start: number; end: number; personId: number; annotations: Annotation[] };
type SummaryTopic = { name: string; start_timestamp: string; end_timestamp: string; summary: string };
type ActionItem = { action_item: string; speaker_name: string; start_timestamp: string; end_timestamp: string };

/** Clari's CallDetails object, as `/call-details` answers it. */
export type ClariCallDetails = ClariCall & {
  deal_stage_live?: string;
  transcript: Turn[];
  summary?: { full_summary: string; topics_discussed: SummaryTopic[]; key_action_items: ActionItem[] };
  competitor_sentiments: {
    competitor_name: string;
    sentiment: string;
    reasoning: string;
    personId: string;
    turn_start_time: string;
  }[];
};

const SENTENCES = [
  "Thanks for making the time today.",
  "Can you walk me through how your team does this now?",
  "We export everything by hand on Mondays, and that takes half a day.",
  "That is what we hear from most teams of your size.",
  "How would this fit with the tools that we already have?",
  "Let me share my screen and show you.",
  "That’s helpful – I had not seen it put that way.",
  "Who else should be part of the decision?",
] as const;

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);
const sayAbout = (phrase: string) => `Before we go on, I would like to come back to ${phrase}.`;

/** The transcript comes from the call's id alone: nothing has to be kept for thousands of calls. */
export function makeCallDetails(call: ClariCall): ClariCallDetails {
  const { metrics } = call;
  if (!metrics) return { ...call, transcript: [], competitor_sentiments: [] };
  const random = seededRandom(seedOf(call.id));
  const people = call.joinedParticipants;
  const topics = metrics.categories.map(({ name }) => name as KeywordTopic);
  let clock = 0;
  const transcript = Array.from({ length: Math.min(40, Math.floor(metrics.call_duration / 25)) }, (_, number): Turn => {
    const start = clock;
    clock += random.integer(2, 25);
    const topic = number > 0 && number % 6 === 0 ? topics[(number / 6) % topics.length] : undefined;
    const phrase = topic && KEYWORD_TOPICS[topic][0];
    return {
      text: phrase ? sayAbout(phrase) : random.pick(SENTENCES),
      start,
      end: clock,
      personId: people[random.integer(0, people.length - 1)]?.personId ?? 0,
      annotations: topic && phrase ? [{ tracker: topic, phrase, category: "Keyword" }] : [],
    };
  });
  const speaker = people[0]?.name ?? "Unknown";
  return {
    ...call,
    ...(call.deal_stage_before_call && { deal_stage_live: call.deal_stage_before_call }),
    transcript,
    summary: {
      full_summary: `${speaker} met ${call.contact_names.join(", ")} of ${call.account_name}. They spoke about ${topics.join(", ")}.`,
      topics_discussed: topics.map((name, index) => ({
        name,
        start_timestamp: stamp(index * 60),
        end_timestamp: stamp(index * 60 + 55),
        summary: `${call.account_name} asked about ${name.toLowerCase()}.`,
      })),
      key_action_items: [
        {
          action_item: "Send the summary and the next dates.",
          speaker_name: speaker,
          start_timestamp: stamp(Math.max(0, clock - 30)),
          end_timestamp: stamp(clock),
        },
      ],
    },
    competitor_sentiments: topics.includes("Competition")
      ? [
          {
            competitor_name: "Rivulet Insights",
            sentiment: "NEUTRAL",
            reasoning: "They have used it before and compare the two.",
            personId: String(people.at(-1)?.personId ?? 0),
            turn_start_time: "12",
          },
        ]
      : [],
  };
}
