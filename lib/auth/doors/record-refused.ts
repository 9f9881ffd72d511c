import "server-only";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import { recordRefusedProof } from "@/lib/auth/account/session-repository";
import type { Member, Person, Principal } from "@/lib/auth/actor";
import { insertDenied, insertRefused } from "@/lib/auth/auth-repository";
import { requireActor, requirePerson } from "@/lib/auth/current-actor";
import { Denied, isOperation } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { spend } from "@/lib/platform/rate-limit";
import type { ErrorCode } from "@/lib/platform/result-dto";

/** Enough to see what someone tries; more would let them fill the audit trail. */
const LIMIT = { name: "refused", points: 60, seconds: 60 };

/**
 * Which refusals are events: those of an act that was understood and could have been done. What was typed wrongly, what
 * is asked back, what a limit holds back and what is not there are none.
 */
const IS_EVENT: Record<ErrorCode, boolean> = {
  IN_USE: true,
  LAST_OWNER: true,
  OWNS_INSTALLATION: true,
  VERIFICATION_REFUSED: true,
  VERIFICATION_INCONCLUSIVE: true,
  CREDENTIAL_UNREADABLE: true,
  SOURCE_NOT_GRANTED: true,
  INVALID_INPUT: false,
  NOT_SIGNED_IN: false,
  // Of a token that is known, whoever refuses it writes it down.
  WRONG_SCHEME: false,
  TOKEN_UNKNOWN: false,
  TOKEN_EXPIRED: false,
  TOKEN_REVOKED: false,
  TOKEN_REPLACED: false,
  TOKEN_IN_ADDRESS: false,
  TOO_MANY_TOKENS: false,
  SIGN_IN_REFUSED: false,
  CONFIRM_PASSWORD: false,
  SECOND_FACTOR_REQUIRED: false,
  TOO_MANY_ATTEMPTS: false,
  // What the table of rights does not grant is `Denied`, and an event.
  FORBIDDEN: false,
  CROSS_ORIGIN: false,
  NOT_FOUND: false,
  METHOD_NOT_ALLOWED: false,
  PRECONDITION_REQUIRED: false,
  IDEMPOTENCY_KEY_REUSED: false,
  STILL_RUNNING: false,
  NAME_TAKEN: false,
  ALREADY_STORED: false,
  CHANGED_MEANWHILE: false,
  ALREADY_SET_UP: false,
  ALREADY_MEMBER: false,
  SUCCESSOR_NEEDED: false,
  WORKSPACE_SWITCHED: false,
  INVITATION_UNUSABLE: false,
  TOO_LARGE: false,
  TOO_MANY_CHECKS: false,
  TOO_MANY_REQUESTS: false,
  CREDENTIAL_FAILED: false,
  CURSOR_UNUSABLE: false,
  PROVIDER_LIMITED: false,
  PROVIDER_UNAVAILABLE: false,
  PROVIDER_ANSWER_UNUSABLE: false,
  TOO_MANY_READS: false,
  UNAVAILABLE: false,
  INTERNAL: false,
};

/** Never throws: the refusal itself is what the caller has to be told. */
export async function writeWithinLimit(userId: string, writes: (() => Promise<void>)[]): Promise<void> {
  try {
    for (const write of writes) if ((await spend(LIMIT, userId)) === undefined) await write();
  } catch (failure) {
    log.error({ error: describeError(failure) }, "a refused attempt could not be written down");
  }
}

/** Writes down that the table of rights refused something. */
export async function recordDenied(error: unknown): Promise<void> {
  if (!isOwn(error, Denied)) return;
  const { actor, operation } = error;
  await writeWithinLimit(actor.userId, [() => insertDenied(actor, operation)]);
}

/** Writes down what was refused of what someone tried. */
export async function recordRefused(actor: Principal | Person, error?: unknown): Promise<void> {
  if (isOwn(error, Denied)) return recordDenied(error);
  if (isOwn(error, ProofRefused) && actor.kind !== "token")
    return writeWithinLimit(actor.userId, [() => recordRefusedProof(actor, error.proof)]);
  const { operation, subject, refused } = actor.attempt ?? { refused: [] };
  if (operation === undefined || !isOperation(operation)) return;
  const isEvent = isOwn(error, Refusal) && IS_EVENT[error.dto.code];
  const thrown = isEvent ? [{ result: error.dto.code.toLowerCase().replaceAll("_", "-"), subject }] : [];
  // What the provider said is more than that it was refused.
  const events = refused.length > 0 ? refused : thrown;
  await writeWithinLimit(
    actor.userId,
    events.map((event) => () => insertRefused(actor, operation, event)),
  );
}

/**
 * Does something for an actor. The one place that writes down what was refused: every frame of an action or a route goes
 * through it.
 */
export async function recordingRefused<T>(actor: Principal | Person, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await recordRefused(actor);
    return result;
  } catch (error) {
    await recordRefused(actor, error);
    throw error;
  }
}

/** The same for whoever has the session of these headers, in what is their workspace's. */
export async function withActor<T>(headers: Headers, work: (actor: Member) => Promise<T>): Promise<T> {
  const actor = await requireActor(headers);
  return recordingRefused(actor, () => work(actor));
}

/** The same in what is their own. */
export async function withPerson<T>(headers: Headers, work: (person: Person) => Promise<T>): Promise<T> {
  const person = await requirePerson(headers);
  return recordingRefused(person, () => work(person));
}
