import type { ObjectSchema } from "./record-fields";

const person = { name: "text", email: "text", phone: "text", personId: "integer" } as const;

const call = {
  id: "text",
  source_id: "text",
  title: "text",
  users: [{ userId: "text", userEmail: "text", isOrganizer: "boolean", personId: "integer" }],
  externalParticipants: [person],
  joinedParticipants: [person],
  status: "text",
  bot_not_join_reason: ["text"],
  type: "text",
  time: "date-time",
  icaluid: "text",
  calendar_id: "text",
  recurring_event_id: "text",
  original_start_time: "date-time",
  last_modified_time: "date-time",
  audio_url: "text",
  video_url: "text",
  disposition: "text",
  deal_name: "text",
  deal_value: "text",
  deal_close_date: "date-time",
  deal_stage_before_call: "text",
  account_name: "text",
  contact_names: ["text"],
  crm_info: { source_crm: "text", deal_id: "text", account_id: "text", contact_ids: ["text"] },
  bookmark_timestamps: ["date-time"],
  metrics: {
    talk_listen_ratio: "number",
    num_questions_asked: "integer",
    num_questions_asked_by_reps: "integer",
    call_duration: "integer",
    total_speak_duration: "number",
    longest_monologue_duration: "number",
    longest_monologue_start_time: "number",
    engaging_questions: "integer",
    categories: [
      {
        name: "text",
        occurences: "integer",
        phrases_matched: [{ text: "text", user_id: "text", name: "text", time: "number" }],
        ai_detected: "boolean",
      },
    ],
  },
  call_review_page_url: "text",
} as const satisfies ObjectSchema;

/** By Clari's OpenAPI document; its spelling is kept. */
export const clariCopilotSchemas: Readonly<Record<string, ObjectSchema>> = {
  users: { id: "text", email: "text", name: "text", role: "text", is_recording: "boolean", manager_id: "text" },
  calls: call,
  "call-details": {
    ...call,
    deal_stage_live: "text",
    transcript: [
      {
        text: "text",
        start: "number",
        end: "number",
        personId: "integer",
        annotations: [{ tracker: "text", phrase: "text", category: "text", label: "text" }],
      },
    ],
    summary: {
      full_summary: "text",
      topics_discussed: [{ name: "text", start_timestamp: "text", end_timestamp: "text", summary: "text" }],
      key_action_items: [{ action_item: "text", speaker_name: "text", start_timestamp: "text", end_timestamp: "text" }],
    },
    competitor_sentiments: [
      { competitor_name: "text", sentiment: "text", reasoning: "text", personId: "text", turn_start_time: "text" },
    ],
  },
  scorecards: {
    id: "text",
    type: "text",
    rep: "text",
    scorer: "text",
    template_id: "text",
    call_id: "text",
    total_score: "number",
    remark: "text",
    questions_score: [{ score: "integer", skill: "text", label: "text", order: "text" }],
  },
  "scorecard-templates": {
    id: "text",
    customer_id: "text",
    name: "text",
    type: "text",
    questions: [{ skill: "text", label: "text", order: "text" }],
  },
  topics: {
    topic_id: "text",
    topic_name: "text",
    type: "text",
    team_ids: ["text"],
    custom_topic: { description: "text", status: "text" },
    keyword_topic: { trackers: ["text"] },
  },
};
