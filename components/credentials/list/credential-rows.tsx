"use client";

import { RowTitle } from "@/components/connectors/row-title";
import { SelectRow } from "@/components/credentials/bulk/selection";
import { CheckStrip } from "@/components/credentials/checks/check-strip";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { counted } from "@/lib/platform/counted-dto";
import { ReplaceLink } from "./attention";
import type { CredentialView } from "./credential-view";
import { RotationMark } from "./rotation-mark";

/** A row has no room for a description. */
export type CredentialRow = Omit<CredentialView, "description"> & { connectorId: string };

type RowProps = { credential: CredentialRow; typeName: string | undefined; mayReplace: boolean };

function Row({ credential, typeName, mayReplace }: RowProps) {
  const { id, name, connectorId, ownerName, status, verifiedAt, rotation, reason } = credential;
  const { shown = [], checks = [], usedBy = 0 } = credential;
  return (
    <li>
      <SelectRow id={id} name={name} />
      <div>
        <RowTitle
          about={[typeName ?? connectorId, ...shown.map(({ text }) => text), ownerName].join(" · ")}
          connectorId={typeName === undefined ? undefined : connectorId}
          href={`/credentials/${id}`}
          name={name}
        />
        <span className="state">
          <StatusBadge status={status} />
          {verifiedAt ? (
            <span>
              {status === "FAILED" ? "Last verified " : "Verified "}
              <RelativeTime iso={verifiedAt} />
            </span>
          ) : (
            "Never verified"
          )}
          {rotation ? <RotationMark rotation={rotation} /> : null}
        </span>
        {checks.length > 0 ? <CheckStrip runs={checks} /> : <span className="strip" />}
        <span className="used">{usedBy === 0 ? "Not used yet" : `Used by ${counted(usedBy, "source")}`}</span>
        {reason === undefined ? null : (
          <span className="why">
            {reason}
            {mayReplace ? <ReplaceLink className="relative" credential={credential} /> : null}
          </span>
        )}
      </div>
    </li>
  );
}

export type CredentialRowsProps = {
  credentials: readonly CredentialRow[];
  /** The names of the types that are known, by their ids. */
  typeNames: Readonly<Record<string, string>>;
  mayReplace: boolean;
};

/**
 * All credentials of the workspace, one a row. Drawn from its data by server and browser alike, so that a page does not
 * carry each row twice as markup.
 */
export function CredentialRows({ credentials, typeNames, mayReplace }: CredentialRowsProps) {
  if (credentials.length === 0) return null;
  return (
    <ul aria-label="Credentials" className="credential-rows">
      {credentials.map((credential) => (
        <Row
          credential={credential}
          key={credential.id}
          mayReplace={mayReplace}
          typeName={typeNames[credential.connectorId]}
        />
      ))}
    </ul>
  );
}
