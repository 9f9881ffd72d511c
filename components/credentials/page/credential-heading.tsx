import Link from "next/link";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";

/** The top of a credential's page: what it is called, how it is, what it is for. */
export function CredentialHeading({ credential }: { credential: CredentialTileDto }) {
  const { name, description, status } = credential;
  return (
    <div className="grid gap-1.5">
      <Link className="w-fit text-meta text-muted hover:text-ink" href="/credentials" prefetch={false}>
        Credentials
      </Link>
      <div className="flex flex-wrap items-center gap-3">
        <PageHeading>{name}</PageHeading>
        <StatusBadge status={status} />
      </div>
      {description ? (
        <p className="max-w-form whitespace-pre-line text-muted" dir="auto">
          {description}
        </p>
      ) : null}
    </div>
  );
}
