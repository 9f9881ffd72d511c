import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import type { SignInConnector } from "@/lib/connectors/connector";

type About = {
  connector: SignInConnector;
  /** The one that was to be used again. */
  number: number;
  inUse: number;
};

/** A refusal of older values, in words about a version: nobody typed them, so that nothing can be typed better. */
export function aboutVersion(outcome: CheckOutcome | undefined, about: About): CheckOutcome | undefined {
  if (!outcome || !("verification" in outcome) || outcome.verification.outcome !== "refused") return outcome;
  const { connector, number, inUse } = about;
  const { noun } = connector.authentication;
  return {
    verification: {
      ...outcome.verification,
      message: `${connector.name} no longer accepts version ${number}.`,
      causes: [`Someone generated a new ${noun} after version ${number} was stored.`],
      nextStep: `Version ${inUse} stays in use. Other versions are untouched.`,
    },
  };
}
