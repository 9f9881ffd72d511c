import "server-only";
import type { Person } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";
import { findOwedSecondStep, type OwnSecondSteps } from "./own-second-step-repository";

/** What leads on. Whoever is held back has the ways to show one on the page. */
function wayOf({ passkey, provider }: OwnSecondSteps, isHeldBack: boolean): string {
  const others = [passkey ? "your passkey" : "", provider ? "single sign-on" : ""].filter(Boolean).join(" or ");
  // A code is asked for at sign-in alone.
  if (others === "") return "Sign out, then in again with your authenticator app's code, and change this then.";
  if (isHeldBack) return `Use ${others} first, at the top of your account page, and change this then.`;
  return `Sign out, then in again with ${others}, and change this then.`;
}

export const ownSecondStepFirst = (person: Person, has: OwnSecondSteps) =>
  new Refusal(
    "SECOND_FACTOR_REQUIRED",
    `This needs your second step, not just your password. ${wayOf(has, person.kind === "held-back")}`,
  );

/** It came in between: the account had none a moment ago. */
export const secondStepMeanwhile = () =>
  new Refusal(
    "SECOND_FACTOR_REQUIRED",
    "Your account just got a second step elsewhere. Sign out, then in again with it, and change this then.",
  );

/**
 * A17: what an account has besides its password is changed by who showed some of it in this session. Otherwise whoever
 * learns the password adds their own, or takes away what is there. Asked in every workspace, whatever that requires: one
 * session goes from one to the other. Throws a refusal.
 */
export async function requireOwnSecondStep(person: Person): Promise<void> {
  const has = await findOwedSecondStep(person);
  if (has) throw ownSecondStepFirst(person, has);
}
