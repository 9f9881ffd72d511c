import type { ErrorCode, ErrorDto } from "./result-dto";

const httpStatus: Record<ErrorCode, number> = {
  INVALID_INPUT: 422,
  NOT_SIGNED_IN: 401,
  SIGN_IN_REFUSED: 401,
  CONFIRM_PASSWORD: 403,
  TOO_MANY_ATTEMPTS: 429,
  FORBIDDEN: 403,
  CROSS_ORIGIN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NAME_TAKEN: 409,
  ALREADY_STORED: 409,
  CHANGED_MEANWHILE: 409,
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
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

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
    return httpStatus[this.dto.code];
  }
}

export function notFound(noun: string): Refusal {
  return new Refusal("NOT_FOUND", `This ${noun} does not exist, or no longer does.`);
}

export function nameTaken(noun: string): Refusal {
  return new Refusal("NAME_TAKEN", "This name is already used.", {
    fields: { name: `Another ${noun} has this name already, or one that looks like it. Choose another one.` },
  });
}

export function changedMeanwhile(noun: string): Refusal {
  return new Refusal(
    "CHANGED_MEANWHILE",
    `Someone changed this ${noun} while you were editing. Your text is still here: reload the page to see theirs, then save again.`,
  );
}
