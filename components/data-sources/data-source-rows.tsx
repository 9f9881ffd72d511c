"use client";

import { RowTitle } from "@/components/connectors/row-title";
import { ReplaceLink } from "@/components/credentials/list/replace-link";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { SelectAll, SelectRow } from "@/components/ui/selection";
import { QuietStatus } from "@/components/ui/status-badge";
import { WithTimes } from "@/components/ui/with-times";
import type { DataSourceRow } from "./data-source-row";

function Row({ source, mayReplace }: { source: DataSourceRow; mayReplace: boolean }) {
  const { id, name, connectorId, about, credential, createdAt, reason } = source;
  return (
    <tr>
      <SelectRow id={id} name={name} />
      <th scope="row">
        <RowTitle about={about} connectorId={connectorId} href={`/data-sources/${id}`} name={name} />
      </th>
      <td className="with">
        <PageLink dir="auto" href={`/credentials/${credential.id}`} title={credential.name}>
          {credential.name}
        </PageLink>
      </td>
      <td>
        <QuietStatus status={credential.status} />
      </td>
      <td className="created">
        <RelativeTime iso={createdAt} />
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

/** The data sources of the workspace, one a row; drawn from its data by server and browser alike. */
export function DataSourceRows({ sources, mayReplace }: { sources: readonly DataSourceRow[]; mayReplace: boolean }) {
  if (sources.length === 0) return null;
  return (
    <table aria-label="Data sources" className="list source-rows">
      <thead>
        <tr>
          <SelectAll />
          <th scope="col">Name</th>
          <th scope="col">Credential</th>
          <th scope="col">Status</th>
          <th scope="col">Created</th>
          <th className="why" scope="col">
            Why it needs attention
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row key={source.id} mayReplace={mayReplace} source={source} />
        ))}
      </tbody>
    </table>
  );
}
