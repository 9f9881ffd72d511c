import { seededRandom } from "./seeded-random";

/** Clari's v2 topic object. */
export type ClariTopic = {
  topic_id: string;
  topic_name: string;
  type: string;
  team_ids: string[];
  custom_topic?: { description: string; status: string };
  keyword_topic?: { trackers: string[] };
};

/** What Clari knows but does not answer, beside what it answers. */
export type StoredTopic = { topic: ClariTopic; modifiedAt: number };

export const KEYWORD_TOPICS = {
  Pricing: ["discount", "list price", "budget", "per seat"],
  Competition: ["alternative", "other vendor", "compared with"],
  Security: ["encryption", "audit", "single sign-on"],
  Onboarding: ["kick-off", "training", "first week"],
  "Next Steps": ["follow up", "next week", "send over"],
  Integrations: ["warehouse", "connector", "API"],
} as const;

export type KeywordTopic = keyof typeof KEYWORD_TOPICS;
const CUSTOM_TOPICS = { Champion: "Someone at the customer argues for us.", Timeline: "When they want to be live." };

export const keywordTopicNames = Object.keys(KEYWORD_TOPICS) as [KeywordTopic, ...KeywordTopic[]];

export function makeTopics(seed: number, until: number): StoredTopic[] {
  const random = seededRandom(seed + 11);
  const stored = (rest: Omit<ClariTopic, "topic_id" | "team_ids">, days: number): StoredTopic => ({
    topic: { topic_id: random.hex(24), team_ids: [`team_${random.integer(1, 3)}`], ...rest },
    modifiedAt: until - days * 86_400_000,
  });
  return [
    ...Object.entries(KEYWORD_TOPICS).map(([name, trackers], index) =>
      stored({ topic_name: name, type: "KEYWORD", keyword_topic: { trackers: [...trackers] } }, 20 + index * 30),
    ),
    ...Object.entries(CUSTOM_TOPICS).map(([name, description], index) =>
      stored({ topic_name: name, type: "CUSTOM", custom_topic: { description, status: "ACTIVE" } }, 5 + index * 10),
    ),
  ];
}
