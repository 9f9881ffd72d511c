import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";

type Failed = Pick<CredentialDto, "verifiedAt" | "failedAt" | "unreadable">;

/**
 * What happened and what may have caused it, for `WithTimes` to show. "Stopped" is said only of values that were accepted
 * before.
 */
export function attention(connector: SignInConnector | undefined, failed: Failed): { sentence: string; cause: string } {
  const { verifiedAt, failedAt, unreadable } = failed;
  const name = connector?.name ?? "The provider";
  const noun = connector?.authentication.noun ?? "credential";
  const when = failedAt ? ` on ${failedAt}` : "";
  if (unreadable) {
    return {
      sentence: `The stored ${noun} couldn't be read${when}.`,
      cause: "It was damaged, or its key is missing. Replace its values.",
    };
  }
  return {
    sentence: `${name} ${verifiedAt ? "stopped accepting" : "didn't accept"} this ${noun}${when}.`,
    cause: `A new ${noun} may have been generated.`,
  };
}

/** The same in one go. */
export function attentionReason(connector: SignInConnector | undefined, failed: Failed): string {
  const { sentence, cause } = attention(connector, failed);
  return `${sentence} ${cause}`;
}
