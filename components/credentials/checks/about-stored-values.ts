import type { SignInConnector } from "@/lib/connectors/connector";
import type { CheckOutcome } from "./use-check";

/** What is wrong with the values themselves, and not with whoever was asked. */
const ABOUT_VALUES: readonly string[] = ["refused", "incomplete"];

/**
 * A refusal of values that are stored, with advice for those: nobody typed them here, so that nothing can be typed
 * better. Whoever may replaces them; everyone else knows whom to ask.
 */
export function aboutStoredValues(
  outcome: CheckOutcome | undefined,
  { connector, mayReplace }: { connector: Pick<SignInConnector, "name">; mayReplace: boolean },
): CheckOutcome | undefined {
  if (!outcome || !("verification" in outcome)) return outcome;
  if (!ABOUT_VALUES.includes(outcome.verification.outcome)) return outcome;
  const nextStep = mayReplace
    ? `Replace its values with what you copy from ${connector.name} now.`
    : "Ask a workspace admin to replace its values.";
  return { verification: { ...outcome.verification, nextStep } };
}
