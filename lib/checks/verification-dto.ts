/** How long a check may take in all, in milliseconds. */
export const DEADLINE_MS = 10_000;

/** How many checks of a credential are shown. */
export const CHECKS_SHOWN = 30;

/** What the values were found to be. `UNVERIFIED`: the provider could not be asked, so nothing is known. */
export type VerificationStatus = "VERIFIED" | "FAILED" | "UNVERIFIED";

/** What happened when the provider was asked. The table in `outcome-words.ts` says what each leads to. */
export type VerificationOutcome =
  | "accepted"
  /** The values are right, but what was seen is less than an endpoint may need. */
  | "accepted-with-warning"
  /** The values live, and may not read what proves them. */
  | "may-not-read"
  | "refused"
  /** The answer means either a wrong key or a missing right. */
  | "forbidden"
  /** The subdomain, or whatever of the host was typed, is nobody's. */
  | "tenant-not-found"
  /** The provider, or Latchkey before it asked, found a part of the values missing. */
  | "incomplete"
  /** Nobody was asked: the stored values do not open. */
  | "unreadable"
  | "rate-limited"
  | "provider-error"
  | "timed-out"
  | "name-not-found"
  | "private-address"
  | "unreachable"
  | "insecure-connection"
  | "redirected"
  | "unexpected-answer"
  /** A compressed answer that unpacked to far more than the provider ever sends. */
  | "unpacked-too-large"
  /** Nobody was asked: the provider has been failing, and Latchkey waits before it asks again. */
  | "paused"
  /** The same for these values alone: others may be answered. */
  | "held-back"
  /** Nobody was asked: Latchkey's own share of the provider's request limit is used up. */
  | "budget-used"
  /** Nobody was asked: the operator doesn't let values go to this host of a database, or of the workspace's own connector. */
  | "host-not-allowed"
  /** Nobody was asked: that host accepts anyone, so its word would prove nothing. */
  | "not-verifiable"
  | "cancelled";

/** In which way an answer was not the provider's. */
export type AnswerFlaw = "html" | "empty" | "not-json" | "wrong-shape" | "cut-short" | "too-large" | "status";

/** Whose values they are, in the provider's words: short, on one line, and nothing but text. */
export type Whose = { of: "person" | "tenant"; text: string };

/** The answer of a check, in words made here: of the provider's own text only the name of whose values were accepted. */
export type VerificationResult = {
  status: VerificationStatus;
  outcome: VerificationOutcome;
  /** One sentence: what happened. */
  message: string;
  /** What usually causes it, most likely first. */
  causes: string[];
  /** What to do now; empty where there is nothing to do. */
  nextStep: string;
  /** Ids of the fields that the outcome is about; empty where it is about none of them. */
  fields: string[];
  /** Whether asking again, with the same values, can come to something else. */
  retryable: boolean;
  /** Seconds to wait before asking again, where that is known. */
  retryAfterSeconds?: number;
  /** Whose values were accepted, where the provider says it. */
  whose?: Whose;
  /** Proves for a minute that exactly these values were accepted: the act that they were checked for asks no more. */
  receipt?: string;
  /** Safe to copy into a ticket: no value, no text of the provider. */
  diagnostic: Diagnostic;
};

export type Diagnostic = {
  /** Names the check in the server's log. */
  checkId: string;
  /** Status of the provider's answer, where there was one. */
  httpStatus?: number;
  /** The platform's code of what failed, for example `ECONNREFUSED`. */
  code?: string;
  flaw?: AnswerFlaw;
  /** Milliseconds from the start of the check to its end, waiting and a second try included. */
  durationMs: number;
  /** How often the provider was asked: 0, 1 or 2. */
  tries: number;
  /** ISO 8601, UTC. */
  checkedAt: string;
};

/** One past check of a stored credential, as strip and history show it. */
export type CheckDto = {
  /** ISO 8601, UTC. */
  at: string;
  status: VerificationStatus;
  outcome: VerificationOutcome;
  /** The outcome in a word or two, for example "Accepted". */
  label: string;
  durationMs: number;
  trigger: CheckTrigger;
  /** The member's name; absent for the schedule. */
  by?: string;
};

/** What led to a check. */
export type CheckTrigger = "save" | "replace" | "member" | "data-source" | "rollback" | "move" | "schedule";

/** Which act stored values are checked for. */
export type CheckPurpose = Extract<CheckTrigger, "data-source" | "move" | "rollback">;

/** What an act came to that a provider has to agree to: done, or not done and the provider's answer. */
export type Agreed<Done extends object> = ({ saved: true } & Done) | { saved: false; verification: VerificationResult };
