import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import {
  hasSecondFactor,
  listSecondFactors,
  needsSecondFactor,
} from "@/lib/auth/second-factor/second-factors-repository";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { SecondFactorRuleDto } from "./member-dto";
import { secondFactorRuleInput } from "./member-schema";
import { memberChanged } from "./require-member";
import { setSecondFactorRule } from "./second-factor-rule-repository";

/** Whether the actor's workspace requires a second factor, and how many people have none. */
export async function getSecondFactorRule(actor: Member): Promise<SecondFactorRuleDto> {
  authorize(actor, "settings:read");
  const { workspaceId } = actor;
  const [isRequired, people] = await Promise.all([needsSecondFactor(workspaceId), listSecondFactors(workspaceId)]);
  const without = people.filter((person) => !hasSecondFactor(person)).length;
  return { isRequired, people: people.length, without, mayChange: can(actor, "workspace:require-second-factor") };
}

/**
 * *Require two-step verification*, or no more. From the next request on, whoever has not shown a second factor can only
 * set one up: `current-actor.ts` holds them back.
 */
export async function requireSecondFactor(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "workspace:require-second-factor");
  requireRecentSignIn(actor);
  const { isRequired } = parseInput(secondFactorRuleInput, input);
  const result = await setSecondFactorRule(actor, isRequired);
  if (result === undefined) throw memberChanged();
  if (result !== "without-own") return;
  throw new Refusal(
    "SECOND_FACTOR_REQUIRED",
    "Start with yourself: set up an authenticator app or a passkey on your account page. If you have one, sign out and in again with it.",
  );
}
