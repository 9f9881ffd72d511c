import Link from "next/link";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { utcTime } from "./utc-time";

type Failed = Pick<CredentialDto, "verifiedAt" | "failedAt">;

/** Why a credential needs attention. "Stopped" is said only of values that were accepted before. */
export function attentionReason(
  connector: Pick<Connector, "name" | "authentication"> | undefined,
  { verifiedAt, failedAt }: Failed,
): string {
  const name = connector?.name ?? "The provider";
  const noun = connector?.authentication.noun ?? "credential";
  const when = failedAt ? ` on ${utcTime(failedAt)}` : "";
  const what = verifiedAt ? "stopped accepting" : "did not accept";
  return `${name} ${what} this ${noun}${when}. A new ${noun} may have been generated.`;
}

/** Leads to the overlay that takes new values. */
export function ReplaceLink({
  credential,
  className = "",
}: {
  credential: { id: string; name: string };
  className?: string;
}) {
  return (
    <Link
      aria-label={`Replace values of ${credential.name}`}
      className={`w-fit font-medium text-accent-ink underline underline-offset-4 ${className}`}
      href={`/credentials/${credential.id}?replace=1`}
      prefetch={false}
    >
      Replace values
    </Link>
  );
}
