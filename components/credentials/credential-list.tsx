import Link from "next/link";
import { ConnectorMark } from "@/components/connectors/connector-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";

/** All credentials of the workspace, one a row. */
export function CredentialList({ credentials, mayReplace }: { credentials: CredentialTileDto[]; mayReplace: boolean }) {
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {credentials.map(({ id, name, connectorId, ownerName, status, verifiedAt, usedBy }) => {
        const connector = findConnector(connectorId);
        return (
          <li
            className="relative grid gap-x-4 gap-y-1 p-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_minmax(0,13rem)_minmax(0,9rem)] sm:items-center"
            key={id}
          >
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
              <StatusBadge attendAt={mayReplace ? `/credentials/${id}?replace=1` : undefined} status={status} />
              {verifiedAt ? (
                <span>
                  Verified <RelativeTime iso={verifiedAt} />
                </span>
              ) : (
                "Never verified"
              )}
            </span>
            <span className="text-meta text-muted tabular-nums max-sm:pl-12">
              {usedBy === 0 ? "Not used yet" : `Used by ${usedBy} ${usedBy === 1 ? "source" : "sources"}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
