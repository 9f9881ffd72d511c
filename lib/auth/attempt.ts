import type { Actor, Attempt, Subject } from "./actor";

const attemptOf = (actor: Actor): Attempt | undefined => (actor.kind === "job" ? undefined : actor.attempt);

export function noteOperation(actor: Actor, operation: string): void {
  const attempt = attemptOf(actor);
  if (attempt) attempt.operation ??= operation;
}

export function noteSubject(actor: Actor, { id, name }: Subject): void {
  const attempt = attemptOf(actor);
  if (attempt) attempt.subject ??= { id, name };
}

/** @param subject where nothing else is known that it could be about */
export function noteRefused(actor: Actor, result: string, subject?: Subject): void {
  const attempt = attemptOf(actor);
  attempt?.refused.push({ result, subject: attempt.subject ?? subject });
}

/** Whatever was refused until now has an event of its own. */
export function noteWritten(actor: Actor): void {
  attemptOf(actor)?.refused.splice(0);
}
