"use client";

import { RowTitle } from "@/components/connectors/row-title";
import { RelativeTime } from "@/components/ui/relative-time";
import { SelectAll, SelectRow } from "@/components/ui/selection";
import { QuietStatus } from "@/components/ui/status-badge";
import { WithTimes } from "@/components/ui/with-times";
import { counted } from "@/lib/platform/counted-dto";
import type { CredentialRow } from "./credential-view";
import { ReplaceLink } from "./replace-link";
import { RotationCell } from "./rotation-mark";

type RowProps = { credential: CredentialRow; typeName: string | undefined; mayReplace: boolean };

function Row({ credential, typeName, mayReplace }: RowProps) {
  const { id, name, connectorId, status, about, rotation, reason, checkedAt, usedBy = 0 } = credential;
  return (
    <tr>
      <SelectRow id={id} name={name} />
      <th scope="row">
        <RowTitle
          about={about}
          connectorId={typeName === undefined ? undefined : connectorId}
          href={`/credentials/${id}`}
          name={name}
        />
      </th>
      <td className="type">{typeName ?? connectorId}</td>
      <td>
        <QuietStatus status={status} />
      </td>
      <td className="rotate">{rotation ? <RotationCell rotation={rotation} /> : null}</td>
      <td className={usedBy === 0 ? undefined : "used"}>{usedBy === 0 ? "Not used" : counted(usedBy, "source")}</td>
      <td className={checkedAt === undefined ? undefined : "checked"}>
        {checkedAt === undefined ? "Never checked" : <RelativeTime iso={checkedAt} />}
      </td>
      {reason === undefined ? null : (
        <td className="why">
          <WithTimes text={reason} />
          {mayReplace ? <ReplaceLink credential={credential} /> : null}
        </td>
      )}
    </tr>
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
    <table aria-label="Credentials" className="list credential-rows">
      <thead>
        <tr>
          <SelectAll />
          <th scope="col">Name</th>
          <th className="type" scope="col">
            Type
          </th>
          <th scope="col">Status</th>
          <th scope="col">Rotate by</th>
          <th scope="col">Used by</th>
          <th scope="col">Checked</th>
          <th className="why" scope="col">
            Why it needs attention
          </th>
        </tr>
      </thead>
      <tbody>
        {credentials.map((credential) => (
          <Row
            credential={credential}
            key={credential.id}
            mayReplace={mayReplace}
            typeName={typeNames[credential.connectorId]}
          />
        ))}
      </tbody>
    </table>
  );
}
