import Link from "next/link";
import { ConnectorMark } from "@/components/connectors/connector-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { attentionReason, ReplaceLink } from "./attention";
import { CheckStrip } from "./check-strip";

function Row({ credential, mayReplace }: { credential: CredentialDto; mayReplace: boolean }) {
  const { id, name, connectorId, ownerName, status, verifiedAt, usedBy, recentChecks } = credential;
  const connector = findConnector(connectorId);
  return (
    <li className="relative grid gap-x-4 gap-y-2 p-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_minmax(0,10.5rem)] sm:items-center lg:grid-cols-[minmax(0,1fr)_minmax(0,11rem)_11.25rem_minmax(0,8rem)]">
      <span className="flex min-w-0 items-center gap-3">
        {connector ? <ConnectorMark className="size-9" mark={connector.mark} /> : null}
        <span className="grid min-w-0">
          <Link
            className="truncate font-semibold after:absolute after:inset-0"
            dir="auto"
            href={`/credentials/${id}`}
            prefetch={false}
            title={name}
          >
            {name}
          </Link>
          <span className="truncate text-meta text-muted" dir="auto">
            {connector?.name ?? connectorId} · {ownerName}
          </span>
        </span>
      </span>
      <span className="grid gap-1 text-meta text-muted max-sm:pl-12">
        <StatusBadge status={status} />
        {verifiedAt ? (
          <span>
            {status === "FAILED" ? "Last verified" : "Verified"} <RelativeTime iso={verifiedAt} />
          </span>
        ) : (
          "Never verified"
        )}
      </span>
      <span className="max-lg:pl-12 max-sm:empty:hidden">
        <CheckStrip checks={recentChecks} />
      </span>
      <span className="text-meta text-muted tabular-nums max-sm:pl-12">
        {usedBy === 0 ? "Not used yet" : `Used by ${usedBy} ${usedBy === 1 ? "source" : "sources"}`}
      </span>
      {status === "FAILED" ? (
        <span className="flex flex-wrap gap-x-3 gap-y-1 pl-12 text-meta sm:col-span-full">
          {attentionReason(connector, credential)}
          {mayReplace ? <ReplaceLink className="relative" credential={credential} /> : null}
        </span>
      ) : null}
    </li>
  );
}

type CredentialListProps = { credentials: CredentialDto[]; mayReplace: boolean };

/** All credentials of the workspace, one a row. */
export function CredentialList({ credentials, mayReplace }: CredentialListProps) {
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {credentials.map((credential) => (
        <Row credential={credential} key={credential.id} mayReplace={mayReplace} />
      ))}
    </ul>
  );
}
