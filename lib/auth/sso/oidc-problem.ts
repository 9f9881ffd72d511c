/** What a sign-in through the provider can end with. The words are ours: nothing that the provider says is shown. */
const sentences = {
  cancelled: "You cancelled signing in. Nothing changed.",
  expired: "This took too long, or started in another window. Start again here.",
  unreachable: "The sign-in provider didn't answer properly. Try again in a moment, or use your password.",
  refused:
    "We couldn't accept the sign-in provider's answer. Start again, and tell the operator if it keeps happening.",
  "not-verified": "The sign-in provider doesn't vouch for your email address, so we can't match it with an account.",
  "not-invited": "There's no account for your email address here. Ask a workspace owner or admin to invite you.",
  "no-workspace": "This account isn't in any workspace any more. Ask a workspace owner or admin to invite you.",
  "other-person": "You signed in with the provider as someone else.",
  "too-many": "Too many tries. Wait a few minutes, then try again.",
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
