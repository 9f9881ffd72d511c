export const CALL_STATUSES = [
  "SCHEDULED",
  "INITIATED",
  "INPROGRESS",
  "WAITING_IN_QUEUE",
  "PROCESSING",
  "PROCESSED",
  "ERROR_IN_TRANSCRIBE",
  "ERROR_IN_PROCESSING",
  "ERROR_IN_RECORDING",
  "UNABLE_TO_JOIN",
  "CALL_DID_NOT_HAPPEN",
  "IGNORED_BY_USER",
  "BOTJOIN_DISABLED",
  "POST_PROCESSING_DONE",
  "NO_DATA_INCALL",
  "NOBODY_JOINED_CALL",
  "BOTJOIN_DENIED",
] as const;

export const CALL_TYPES = [
  "ZOOM",
  "GOOGLE_MEET",
  "FRESHCALLER",
  "AIRCALL_RECORDING",
  "RINGCENTRAL",
  "GOTO_MEETING",
  "OUTREACH",
  "HUBSPOT",
  "BLUE_JEANS",
  "SALESLOFT",
  "MS_TEAMS",
  "DIALPAD",
  "FRONTSPIN",
  "TALKDESK",
] as const;

export type CallStatus = (typeof CALL_STATUSES)[number];
export type CallType = (typeof CALL_TYPES)[number];
export type CallUser = { userId: string; userEmail: string; isOrganizer: boolean; personId: number };
export type Participant = { name: string; email: string; phone?: string; personId: number };

export type CallMetrics = {
  talk_listen_ratio: number;
  num_questions_asked: number;
  num_questions_asked_by_reps: number;
  call_duration: number;
  total_speak_duration: number;
  longest_monologue_duration: number;
  longest_monologue_start_time: number;
  engaging_questions: number;
  categories: {
    name: string;
    /** Spelled as Clari spells it. */
    occurences: number;
    phrases_matched: { text: string; user_id: string; name: string; time: number }[];
    ai_detected: boolean;
  }[];
};

/** Clari's Call object, as `/calls` answers it. */
export type ClariCall = {
  id: string;
  source_id: string;
  title: string;
  users: CallUser[];
  externalParticipants: Participant[];
  joinedParticipants: Participant[];
  status: CallStatus;
  bot_not_join_reason: string[];
  type: CallType;
  time: string;
  icaluid: string;
  calendar_id: string;
  recurring_event_id?: string;
  original_start_time?: string;
  last_modified_time: string;
  audio_url?: string;
  video_url?: string;
  disposition: string;
  deal_name?: string;
  deal_value?: string;
  deal_close_date?: string;
  deal_stage_before_call?: string;
  account_name: string;
  contact_names: string[];
  crm_info: { source_crm: string; deal_id?: string; account_id: string; contact_ids: string[] };
  bookmark_timestamps: string[];
  metrics?: CallMetrics;
  call_review_page_url: string;
};

/** A call with what Clari filters and sorts by but does not answer. */
export type StoredCall = { call: ClariCall; time: number; modified: number; processed: number; isPrivate: boolean };
