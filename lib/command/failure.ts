/** What the process ends with. The help has them, and docs/command-line.md. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  notAllowed: 3,
  refused: 4,
  later: 5,
  notFound: 6,
  inTheWay: 7,
  interrupted: 130,
  nobodyListens: 141,
  terminated: 143,
} as const;

export const EXIT_WORDS: readonly (readonly [number, string])[] = [
  [EXIT.done, "done"],
  [EXIT.failed, "failed"],
  [EXIT.usage, "wrong usage, or a value Latchkey doesn't accept"],
  [EXIT.notAllowed, "not signed in, or the token can't do this"],
  [EXIT.refused, "the provider refuses the credential"],
  [EXIT.later, "not now: a limit, a server or provider that doesn't answer, or waiting took too long"],
  [EXIT.notFound, "no such thing, or more than one with this name"],
  [EXIT.inTheWay, "something is in the way: in use, changed meanwhile, already stored, a name that's taken"],
  [EXIT.interrupted, "interrupted (Ctrl-C); 143: told to stop; 141: nothing reads the output any more"],
];

/** A refusal of RFC 9457, as the server words it. */
export type Problem = {
  status?: number;
  title?: string;
  detail?: string;
  code?: string;
  fields?: Record<string, string>;
  blockers?: { id: string; name: string }[];
  retryAfterSeconds?: number;
  verification?: { message?: string; causes?: string[]; nextStep?: string };
  duplicate?: { kind?: string; credential?: { id: string; name: string } };
  correlationId?: string;
};

/** Why a command ends without being done. */
export class Failure extends Error {
  static readonly kind: string = "Failure";
  override readonly name = "Failure";
  readonly exitCode: number;
  readonly problem: Problem | undefined;

  constructor(exitCode: number, message: string, problem?: Problem) {
    super(message);
    this.exitCode = exitCode;
    this.problem = problem;
  }
}

export const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === "Failure";

const BY_CODE: Readonly<Record<string, number>> = {
  VERIFICATION_REFUSED: EXIT.refused,
  CREDENTIAL_FAILED: EXIT.refused,
  CREDENTIAL_UNREADABLE: EXIT.refused,
  VERIFICATION_INCONCLUSIVE: EXIT.later,
  PROVIDER_LIMITED: EXIT.later,
  PROVIDER_UNAVAILABLE: EXIT.later,
};
const BY_STATUS: Readonly<Record<number, number>> = {
  400: EXIT.usage,
  401: EXIT.notAllowed,
  403: EXIT.notAllowed,
  404: EXIT.notFound,
  409: EXIT.inTheWay,
  410: EXIT.notFound,
  412: EXIT.inTheWay,
  422: EXIT.usage,
  428: EXIT.inTheWay,
  429: EXIT.later,
  502: EXIT.later,
  503: EXIT.later,
  504: EXIT.later,
};

/** What the server refused, in its own words. */
export function problemFailure(status: number, problem: Problem): Failure {
  const exitCode = BY_CODE[problem.code ?? ""] ?? BY_STATUS[status] ?? EXIT.failed;
  return new Failure(exitCode, problem.detail ?? problem.title ?? `The server answered ${status}.`, problem);
}

const usage = (message: string) => new Failure(EXIT.usage, message);

export { usage };

/** All that is known of a failure, a line each. */
export function failureLines({ message, problem }: Failure): string[] {
  const { fields = {}, blockers = [], verification, duplicate, retryAfterSeconds, correlationId } = problem ?? {};
  const lines = [message];
  for (const [name, words] of Object.entries(fields)) if (!message.includes(words)) lines.push(`  ${name}: ${words}`);
  for (const { id, name } of blockers) lines.push(`  in the way: ${name} (${id})`);
  if (duplicate?.credential) lines.push(`  stored as: ${duplicate.credential.name} (${duplicate.credential.id})`);
  if (verification?.message && !message.includes(verification.message)) lines.push(`  ${verification.message}`);
  for (const cause of verification?.causes ?? []) lines.push(`  - ${cause}`);
  if (verification?.nextStep) lines.push(`  ${verification.nextStep}`);
  if (retryAfterSeconds !== undefined) lines.push(`  Try again in ${retryAfterSeconds} s.`);
  if (correlationId) lines.push(`  It's in the server's log as ${correlationId}.`);
  return lines;
}
