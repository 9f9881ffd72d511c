import type { ErrorCode, ErrorDto } from "./result-dto";

const httpStatus: Record<ErrorCode, number> = {
  INVALID_INPUT: 422,
  NOT_SIGNED_IN: 401,
  WRONG_SCHEME: 401,
  TOKEN_UNKNOWN: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  TOKEN_REPLACED: 401,
  TOKEN_IN_ADDRESS: 400,
  TOO_MANY_TOKENS: 409,
  SOURCE_NOT_GRANTED: 403,
  SIGN_IN_REFUSED: 401,
  CONFIRM_PASSWORD: 403,
  SECOND_FACTOR_REQUIRED: 403,
  TOO_MANY_ATTEMPTS: 429,
  FORBIDDEN: 403,
  CROSS_ORIGIN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PRECONDITION_REQUIRED: 428,
  IDEMPOTENCY_KEY_REUSED: 422,
  STILL_RUNNING: 409,
  NAME_TAKEN: 409,
  ALREADY_STORED: 409,
  CHANGED_MEANWHILE: 412,
  IN_USE: 409,
  ALREADY_SET_UP: 409,
  ALREADY_MEMBER: 409,
  LAST_OWNER: 409,
  OWNS_INSTALLATION: 409,
  SUCCESSOR_NEEDED: 409,
  WORKSPACE_SWITCHED: 409,
  INVITATION_UNUSABLE: 410,
  TOO_LARGE: 413,
  TOO_MANY_CHECKS: 429,
  TOO_MANY_REQUESTS: 429,
  VERIFICATION_REFUSED: 422,
  VERIFICATION_INCONCLUSIVE: 422,
  CREDENTIAL_UNREADABLE: 409,
  CREDENTIAL_FAILED: 409,
  CURSOR_UNUSABLE: 410,
  PROVIDER_LIMITED: 429,
  PROVIDER_UNAVAILABLE: 503,
  PROVIDER_ANSWER_UNUSABLE: 502,
  TOO_MANY_READS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The HTTP status that a refusal is answered with. */
export const statusOf = (code: ErrorCode): number => httpStatus[code];

/** An expected refusal inside a use case. The adapters for actions and routes turn it into its DTO. */
export class Refusal extends Error {
  static readonly kind: string = "Refusal";
  override readonly name = "Refusal";
  readonly dto: ErrorDto;

  constructor(code: ErrorCode, message: string, more: Omit<ErrorDto, "code" | "message"> = {}) {
    super(message);
    this.dto = { code, message, ...more };
  }

  get status(): number {
    return statusOf(this.dto.code);
  }
}

export function notFound(noun: string): Refusal {
  return new Refusal("NOT_FOUND", `This ${noun} doesn't exist, or no longer does.`);
}

export function nameTaken(noun: string): Refusal {
  return new Refusal("NAME_TAKEN", "This name is taken.", {
    fields: { name: `Another ${noun} already has this name, or one that looks like it. Choose a different name.` },
  });
}

export function changedMeanwhile(noun: string): Refusal {
  return new Refusal(
    "CHANGED_MEANWHILE",
    `Someone changed this ${noun} while you were editing. What you typed is still here: reload the page to see theirs, then save again.`,
  );
}
