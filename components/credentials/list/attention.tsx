import Link from "next/link";
import { utcTime } from "@/components/credentials/checks/utc-time";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";

type Failed = Pick<CredentialDto, "verifiedAt" | "failedAt" | "unreadable">;
type Named = Pick<Connector, "name" | "authentication"> | undefined;

/** What happened and what may have caused it. "Stopped" is said only of values that were accepted before. */
export function attention(connector: Named, failed: Failed): { sentence: string; cause: string } {
  const { verifiedAt, failedAt, unreadable } = failed;
  const name = connector?.name ?? "The provider";
  const noun = connector?.authentication.noun ?? "credential";
  const when = failedAt ? ` on ${utcTime(failedAt)}` : "";
  if (unreadable) {
    return {
      sentence: `The stored ${noun} could not be read${when}.`,
      cause: "It was damaged, or the key that sealed it is missing. Its values have to be replaced.",
    };
  }
  return {
    sentence: `${name} ${verifiedAt ? "stopped accepting" : "did not accept"} this ${noun}${when}.`,
    cause: `A new ${noun} may have been generated.`,
  };
}

/** The same in one go. */
export function attentionReason(connector: Named, failed: Failed): string {
  const { sentence, cause } = attention(connector, failed);
  return `${sentence} ${cause}`;
}

type ReplaceLinkProps = { credential: { id: string; name: string }; className?: string };

/** Leads to the overlay that takes new values. */
export function ReplaceLink({ credential, className = "" }: ReplaceLinkProps) {
  return (
    <Link
      aria-label={`Replace values of ${credential.name}`}
      className={`w-fit rounded-control font-medium pointer-coarse:py-2 text-accent-ink underline underline-offset-4 ${className}`}
      href={`/credentials/${credential.id}?replace=1`}
      prefetch={false}
    >
      Replace values
    </Link>
  );
}
