/** Every way a request can be refused. The HTTP status of each is in `errors.ts`. */
export type ErrorCode =
  | "INVALID_INPUT"
  | "NOT_SIGNED_IN"
  | "WRONG_SCHEME"
  | "TOKEN_UNKNOWN"
  | "TOKEN_EXPIRED"
  | "TOKEN_REVOKED"
  | "TOKEN_REPLACED"
  | "TOKEN_IN_ADDRESS"
  | "TOO_MANY_TOKENS"
  | "SOURCE_NOT_GRANTED"
  | "SIGN_IN_REFUSED"
  | "CONFIRM_PASSWORD"
  | "SECOND_FACTOR_REQUIRED"
  | "TOO_MANY_ATTEMPTS"
  | "FORBIDDEN"
  | "CROSS_ORIGIN"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "PRECONDITION_REQUIRED"
  | "IDEMPOTENCY_KEY_REUSED"
  | "STILL_RUNNING"
  | "NAME_TAKEN"
  | "ALREADY_STORED"
  | "CHANGED_MEANWHILE"
  | "IN_USE"
  | "ALREADY_SET_UP"
  | "ALREADY_MEMBER"
  | "LAST_OWNER"
  | "OWNS_INSTALLATION"
  | "SUCCESSOR_NEEDED"
  | "WORKSPACE_SWITCHED"
  | "INVITATION_UNUSABLE"
  | "TOO_LARGE"
  | "TOO_MANY_CHECKS"
  | "TOO_MANY_REQUESTS"
  | "VERIFICATION_REFUSED"
  | "VERIFICATION_INCONCLUSIVE"
  | "CREDENTIAL_UNREADABLE"
  | "CREDENTIAL_FAILED"
  | "CURSOR_UNUSABLE"
  | "PROVIDER_LIMITED"
  | "PROVIDER_UNAVAILABLE"
  | "PROVIDER_ANSWER_UNUSABLE"
  | "TOO_MANY_READS"
  | "UNAVAILABLE"
  | "INTERNAL";

/** A refusal as a person and a program read it. The same shape leaves actions and routes. */
export type ErrorDto = {
  code: ErrorCode;
  /** A sentence for a person; never repeats what was typed. */
  message: string;
  /** Sentences by form path, for example `values.apiKey`. */
  fields?: Record<string, string>;
  /** What stands in the way, for example the data sources that use a credential. */
  blockers?: { id: string; name: string }[];
  /** What a check came to, where its answer stands in the way: a `VerificationResult`. */
  verification?: object;
  /** Where these values are stored already: a `DuplicateDto`. */
  duplicate?: object;
  /** Seconds to wait before the same request can be granted. */
  retryAfterSeconds?: number;
  /** What the person can do about it at once: have a link mailed that lets this browser in. */
  remedy?: "browser-link";
  /** The page is of an older version than the server: only loading it anew helps. */
  outdated?: true;
  /** Names the log line of an unexpected error. */
  correlationId?: string;
};

/** What a server action returns. Expected refusals are values: a thrown error would lose the form. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ErrorDto };
