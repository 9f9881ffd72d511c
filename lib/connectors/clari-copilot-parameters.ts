import type { EndpointParameter } from "./connector";

/** A time, UTC. @param above the id of the time that it ends a span of */
export const moment = (id: string, label: string, help: string, above?: string): EndpointParameter => ({
  id,
  label,
  help,
  kind: "datetime",
  ...(above === undefined ? {} : { above }),
});
const emails = (id: string, label: string, help: string): EndpointParameter => ({
  id,
  label,
  help,
  personal: true,
  kind: "list",
  maxItems: 50,
  maxLength: 320,
  entries: "email",
});
const seconds = (id: string, label: string, help: string, above?: string): EndpointParameter => ({
  id,
  label,
  help,
  kind: "integer",
  min: 0,
  max: 7200,
  unit: "seconds",
  ...(above === undefined ? {} : { above }),
});
export const audio: EndpointParameter = {
  id: "includeAudio",
  label: "Include audio links",
  help: "Signed links, valid for four hours.",
  kind: "boolean",
};
export const video: EndpointParameter = {
  id: "includeVideo",
  label: "Include video links",
  help: "Signed links, valid for four hours.",
  kind: "boolean",
};

const callStatuses = [
  { value: "SCHEDULED", label: "Scheduled" },
  { value: "INITIATED", label: "Initiated" },
  { value: "INPROGRESS", label: "In progress" },
  { value: "WAITING_IN_QUEUE", label: "Waiting in queue" },
  { value: "PROCESSING", label: "Processing" },
  { value: "PROCESSED", label: "Processed" },
  { value: "POST_PROCESSING_DONE", label: "Post-processing done" },
  { value: "CALL_DID_NOT_HAPPEN", label: "Did not happen" },
  { value: "NOBODY_JOINED_CALL", label: "Nobody joined" },
  { value: "NO_DATA_INCALL", label: "No data in the call" },
  { value: "UNABLE_TO_JOIN", label: "Unable to join" },
  { value: "BOTJOIN_DENIED", label: "Bot was denied" },
  { value: "BOTJOIN_DISABLED", label: "Bot is disabled" },
  { value: "IGNORED_BY_USER", label: "Ignored by user" },
  { value: "ERROR_IN_RECORDING", label: "Error in recording" },
  { value: "ERROR_IN_TRANSCRIBE", label: "Error in transcription" },
  { value: "ERROR_IN_PROCESSING", label: "Error in processing" },
] as const;

/** Which calls: of the list, and of the details of each. */
export const callFilters: readonly EndpointParameter[] = [
  moment("filterTimeGt", "Started after", "Only calls scheduled or started after this time."),
  moment("filterTimeLt", "Started before", "Only calls scheduled or started before this time.", "filterTimeGt"),
  moment("filterModifiedGt", "Status changed after", "Only calls whose status changed after this time."),
  moment(
    "filterModifiedLt",
    "Status changed before",
    "Only calls whose status changed before this time.",
    "filterModifiedGt",
  ),
  seconds("filterDurationGt", "Longer than", "Only calls longer than this."),
  seconds("filterDurationLt", "Shorter than", "Only calls shorter than this.", "filterDurationGt"),
  emails("filterUser", "Users", "Email addresses of Copilot users."),
  emails("filterAttendees", "Attendees", "Email addresses of attendees."),
  {
    id: "filterTopics",
    label: "Topics",
    help: "Names of topics.",
    kind: "list",
    maxItems: 50,
    maxLength: 200,
  },
  {
    id: "filterStatus",
    label: "Status",
    help: "Only calls in one of these states.",
    kind: "choices",
    options: callStatuses,
  },
  {
    id: "includePrivate",
    label: "Include private calls",
    help: "Otherwise private calls are left out.",
    kind: "boolean",
  },
];
