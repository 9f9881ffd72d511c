import { audio, callFilters, moment, video } from "./clari-copilot-parameters";
import type { Endpoint } from "./connector";
import type { AnswerRule, Paging } from "./reading";

/** A reply over 6 MB is answered so, and a query that takes too long. */
const answers: readonly AnswerRule[] = [
  { status: 502, act: "smaller" },
  { status: 504, act: "smaller" },
];
const paging = {
  kind: "offset",
  parameter: "skip",
  ceiling: 10_000,
  more: "pagination.hasMore",
  total: "pagination.matched",
} as const;
const callsPaging: Paging = {
  ...paging,
  size: { parameter: "limit", default: 100, max: 100, min: 1 },
  counted: "includePagination",
};
const scorecardsPaging: Paging = { ...paging, size: { parameter: "limit", default: 50, max: 100, min: 1 } };
const peopleOfCalls = [
  "title",
  "users",
  "externalParticipants",
  "joinedParticipants",
  "contact_names",
  "audio_url",
  "video_url",
  "call_review_page_url",
  "metrics.categories.*.phrases_matched",
];

/** Readable endpoints of the Clari Copilot REST API; paging and sorting are the reader's business, not the person's. */
export const clariCopilotEndpoints: readonly Endpoint[] = [
  {
    id: "users",
    name: "Users",
    summary: "Everyone in the Copilot workspace, with role and manager.",
    method: "GET",
    path: "/users",
    reading: { records: ["users"], key: "id", personalFields: ["email", "name"], paging: { kind: "none" } },
    parameters: [],
  },
  {
    id: "calls",
    name: "Calls",
    summary: "Calls with participants, account and metrics. Transcripts are in Call details.",
    method: "GET",
    path: "/calls",
    reading: {
      records: ["calls"],
      key: "id",
      personalFields: peopleOfCalls,
      paging: callsPaging,
      order: { sortTime: "asc" },
      range: {
        field: "time",
        after: "filterTimeGt",
        before: "filterTimeLt",
        unit: "iso",
        boundary: "unknown",
        overlapSeconds: 1,
        moves: true,
      },
      changed: { after: "filterModifiedGt", overlapSeconds: 300 },
      answers,
    },
    parameters: [...callFilters, audio, video],
  },
  {
    id: "call-details",
    name: "Call details",
    summary: "Calls with transcript and summary: one request for each call.",
    method: "GET",
    path: "/call-details",
    reading: {
      records: ["call"],
      key: "id",
      personalFields: [...peopleOfCalls, "transcript", "summary", "competitor_sentiments"],
      paging: { kind: "none" },
      each: {
        endpoint: "calls",
        field: "id",
        as: "id",
        parallel: 4,
        filters: callFilters.map(({ id }) => id),
      },
    },
    parameters: [
      {
        id: "id",
        label: "Call ID",
        help: "Only this call. Leave empty for every call the filters find.",
        kind: "text",
        maxLength: 200,
      },
      ...callFilters,
      audio,
      video,
    ],
  },
  {
    id: "scorecards",
    name: "Scorecards",
    summary: "Scorecards filled in for calls.",
    method: "GET",
    path: "/scorecard",
    reading: {
      records: ["scorecards"],
      key: "id",
      personalFields: ["rep", "scorer", "remark"],
      paging: scorecardsPaging,
      answers,
    },
    parameters: [
      moment("filterTimeGt", "Scored after", "Only scorecards after this time."),
      moment("filterTimeLt", "Scored before", "Only scorecards before this time.", "filterTimeGt"),
      { id: "filterRepId", label: "Rep ID", help: "The user being scored.", kind: "text", maxLength: 200 },
      { id: "filterScorerId", label: "Scorer ID", help: "The user who scored.", kind: "text", maxLength: 200 },
    ],
  },
  {
    id: "scorecard-templates",
    name: "Scorecard templates",
    summary: "The templates and their questions.",
    method: "GET",
    path: "/scorecard-template",
    reading: {
      records: ["scorecardTemplates", "scoreCardTemplates"],
      key: "id",
      personalFields: [],
      paging: { kind: "none" },
    },
    parameters: [],
  },
  {
    id: "topics",
    name: "Topics",
    summary: "Topics Copilot looks for in calls.",
    method: "GET",
    path: "/v2/topics",
    reading: {
      records: ["topics"],
      key: "topic_id",
      personalFields: [],
      paging: { kind: "none" },
      changed: { after: "filterModifiedGt", overlapSeconds: 300 },
    },
    parameters: [
      moment("filterModifiedGt", "Changed after", "Only topics changed after this time."),
      moment("filterModifiedLt", "Changed before", "Only topics changed before this time.", "filterModifiedGt"),
    ],
  },
];
