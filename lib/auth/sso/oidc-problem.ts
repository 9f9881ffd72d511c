/** What a sign-in through the provider can end with. The words are ours: nothing that the provider says is shown. */
const sentences = {
  cancelled: "Signing in was cancelled. Nothing was changed.",
  expired: "This took too long, or began in another window. Start again here.",
  unreachable: "The sign-in provider did not answer as it should. Try again in a moment, or use your password.",
  refused: "The answer of the sign-in provider was not accepted. Start again, and tell the operator if it stays so.",
  "not-verified":
    "The sign-in provider does not vouch for your email address, so it cannot be matched with an account.",
  "not-invited":
    "There is no account for your email address here. Ask an owner or an admin of a workspace to invite you.",
  "no-workspace": "This account is in no workspace any more. Ask an owner or an admin of a workspace to invite you.",
  "other-person": "You signed in with the provider as someone else than the one this is about.",
  "too-many": "There were too many tries. Wait a few minutes, then try again.",
  unexpected: "Something went wrong on this server. Try again, or use your password.",
} as const;

export type OidcProblemCode = keyof typeof sentences;

/** The sentence of a code from the address, which anyone may have written there; undefined for what is no code. */
export function oidcProblemSentence(code: string | string[] | undefined): string | undefined {
  return typeof code === "string" && Object.hasOwn(sentences, code) ? sentences[code as OidcProblemCode] : undefined;
}

/** An expected end of it. */
export class OidcProblem extends Error {
  static readonly kind: string = "OidcProblem";
  override readonly name = "OidcProblem";
  readonly code: OidcProblemCode;
  /** For the log: a code, never the provider's text. */
  readonly reason: string;
  /** Of whoever was there, as far as the provider said; for the audit trail. */
  readonly email: string | undefined;

  constructor(code: OidcProblemCode, { reason = code, email }: { reason?: string; email?: string } = {}) {
    super(code);
    this.code = code;
    this.reason = reason;
    this.email = email;
  }
}
