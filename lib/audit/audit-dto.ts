/** In which way a trail does not hold. */
export type TrailFlaw =
  /** The event with this number is gone. */
  | "missing"
  /** Its content is not what it was when it was written. */
  | "changed"
  /** It is chained to another event than the one before it. */
  | "unlinked"
  /** The trail once went on from here: its end was cut off. */
  | "cut-off"
  /** It was put in past the chain. */
  | "added"
  /** It is not the event that was noted earlier: the trail was written anew. */
  | "rewritten";

/** What verifying a trail came to. `hash` is that of the last event, to be noted elsewhere. */
export type TrailVerdict =
  | { intact: true; events: number; hash: string }
  /** `seq` and `at` are of the first event that does not hold. */
  | { intact: false; flaw: TrailFlaw; seq: number; at?: string };

/** The same as a person reads it. */
export type TrailVerdictDto = TrailVerdict & { title: string; message: string };

/** An event as the page shows it. Times are ISO 8601, UTC. */
export type AuditEventDto = {
  id: string;
  seq: number;
  at: string;
  actorId: string;
  /** A member's name now, "Token “Nightly load”", "Job: reverify", or "Someone unknown". */
  actorName: string;
  action: string;
  /** Goes between the names of actor and subject: "verified". */
  words: string;
  subjectId: string;
  /** Empty where the sentence needs none. */
  subjectName: string;
  /** Ends the sentence, with what comes before it: " (verified)", ": in use"; empty where there is no more to say. */
  end: string;
  fields: string[];
  peer?: string;
  previousHash: string;
  hash: string;
  /** Filters by what the event is about, where that is a credential. */
  credentialId?: string;
};

export type AuditPageDto = {
  /** Newest first. */
  events: AuditEventDto[];
  /** Number of the last one, where older ones follow. */
  before?: number;
};

export type AuditOption = { value: string; label: string };

/** What can be filtered by. */
export type AuditOptionsDto = {
  people: AuditOption[];
  credentials: AuditOption[];
  deletedCredentials: AuditOption[];
  actions: AuditOption[];
};
