import Link from "next/link";
import { RotationMark } from "@/components/credentials/list/rotation-mark";
import { PageHeading } from "@/components/ui/page-heading";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";

/** Since when it is as it is, or what follows from it. What needs attention has a notice of its own. */
function Standing({ credential: { status, verifiedAt, rotation } }: { credential: CredentialTileDto }) {
  const isDue = rotation !== undefined && rotation.state !== "set";
  if (status === "FAILED" && !isDue) return null;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
      {status === "VERIFIED" && verifiedAt ? (
        <p>
          Verified <RelativeTime iso={verifiedAt} />
        </p>
      ) : null}
      {status === "UNVERIFIED" ? <p>We'll verify it when a data source is created with it.</p> : null}
      {isDue ? <RotationMark rotation={rotation} /> : null}
    </div>
  );
}

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
      <Standing credential={credential} />
      {description ? (
        <p className="max-w-form whitespace-pre-line text-muted" dir="auto">
          {description}
        </p>
      ) : null}
    </div>
  );
}
