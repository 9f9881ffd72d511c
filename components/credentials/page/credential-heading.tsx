import Link from "next/link";
import { RotationMark } from "@/components/credentials/list/rotation-mark";
import { PageHeading } from "@/components/ui/page-heading";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";

/** What follows from how it is. What needs attention has a notice of its own. */
function Standing({ credential: { status, rotation } }: { credential: CredentialTileDto }) {
  const isDue = rotation !== undefined && rotation.state !== "set";
  if (status !== "UNVERIFIED" && !isDue) return null;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
      {status === "UNVERIFIED" ? <p>We'll verify it when a data source is created with it.</p> : null}
      {isDue ? <RotationMark rotation={rotation} /> : null}
    </div>
  );
}

/** The top of a credential's page: what it is called, how it is, what it is for. */
export function CredentialHeading({ credential }: { credential: CredentialTileDto }) {
  const { name, description, status, verifiedAt } = credential;
  return (
    <div className="grid gap-1.5">
      <Link className="w-fit text-meta text-muted hover:text-ink" href="/credentials" prefetch={false}>
        Credentials
      </Link>
      <div className="flex flex-wrap items-center gap-3">
        <PageHeading>{name}</PageHeading>
        <span className="flex items-center gap-2 text-meta text-muted">
          <StatusBadge status={status} />{" "}
          {status === "VERIFIED" && verifiedAt ? <RelativeTime iso={verifiedAt} /> : null}
        </span>
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
