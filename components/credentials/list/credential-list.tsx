import { RowTitle } from "@/components/connectors/row-title";
import { SelectRow } from "@/components/credentials/bulk/selection";
import { CheckStrip } from "@/components/credentials/checks/check-strip";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { shownValues } from "@/lib/connectors/plain-values";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { counted } from "@/lib/platform/counted-dto";
import { attentionReason, ReplaceLink } from "./attention";
import { RotationMark } from "./rotation-mark";

function Row({ credential, mayReplace }: { credential: CredentialTileDto; mayReplace: boolean }) {
  const { id, name, connectorId, ownerName, status, verifiedAt, usedBy, rotation, recentChecks = [] } = credential;
  const connector = findConnector(connectorId);
  const shown = shownValues(connector, credential.plainValues).map(({ text }) => text);
  return (
    <li className="relative flex gap-4 p-4 hover:bg-sunken">
      <span className="flex h-9 items-center self-start empty:hidden sm:h-13">
        <SelectRow id={id} name={name} />
      </span>
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,10.5rem)] sm:items-center lg:grid-cols-[minmax(0,1fr)_minmax(0,11rem)_11.25rem_minmax(0,8rem)]">
        <RowTitle
          about={[connector?.name ?? connectorId, ...shown, ownerName].join(" · ")}
          connector={connector}
          href={`/credentials/${id}`}
          name={name}
        />
        <span className="grid gap-1 text-meta text-muted max-sm:pl-12">
          <StatusBadge status={status} />
          {verifiedAt ? (
            <span>
              {status === "FAILED" ? "Last verified" : "Verified"} <RelativeTime iso={verifiedAt} />
            </span>
          ) : (
            "Never verified"
          )}
          {rotation ? <RotationMark rotation={rotation} /> : null}
        </span>
        <span className="max-lg:pl-12 max-sm:empty:hidden">
          <CheckStrip checks={recentChecks} />
        </span>
        <span className="text-meta text-muted tabular-nums max-sm:pl-12">
          {usedBy === 0 ? "Not used yet" : `Used by ${counted(usedBy, "source")}`}
        </span>
        {status === "FAILED" ? (
          <span className="flex flex-wrap gap-x-3 gap-y-1 pl-12 text-meta sm:col-span-full">
            {attentionReason(connector, credential)}
            {mayReplace ? <ReplaceLink className="relative" credential={credential} /> : null}
          </span>
        ) : null}
      </div>
    </li>
  );
}

type CredentialListProps = { credentials: CredentialTileDto[]; mayReplace: boolean };

/** All credentials of the workspace, one a row. */
export function CredentialList({ credentials, mayReplace }: CredentialListProps) {
  if (credentials.length === 0) return null;
  return (
    <ul aria-label="Credentials" className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {credentials.map((credential) => (
        <Row credential={credential} key={credential.id} mayReplace={mayReplace} />
      ))}
    </ul>
  );
}
