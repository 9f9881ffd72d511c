import { RowTitle } from "@/components/connectors/row-title";
import { attentionReason, ReplaceLink } from "@/components/credentials/list/attention";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { findConnector } from "@/lib/connectors/registry";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";

function Row({ source, mayReplace }: { source: DataSourceDto; mayReplace: boolean }) {
  const connector = findConnector(source.connectorId);
  const endpoint = connector?.endpoints.find(({ id }) => id === source.endpointId);
  return (
    <li className="relative grid gap-x-4 gap-y-1 p-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_minmax(0,11rem)] sm:items-center lg:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_auto]">
      <RowTitle
        about={`${connector?.name ?? source.connectorId} · ${endpoint?.name ?? source.endpointId}`}
        connectorId={connector?.id}
        href={`/data-sources/${source.id}`}
        name={source.name}
      />
      <span className="grid min-w-0 gap-1 max-sm:pl-12">
        <span className="truncate" dir="auto" title={source.credential.name}>
          {source.credential.name}
        </span>
        <StatusBadge status={source.credential.status} />
      </span>
      <span className="text-meta text-muted max-lg:col-span-full max-lg:pl-12">
        Created <RelativeTime iso={source.createdAt} />
      </span>
      {source.credential.status === "FAILED" ? (
        <span className="flex flex-wrap gap-x-3 gap-y-1 pl-12 text-meta sm:col-span-full">
          {attentionReason(connector, source.credential)}
          {mayReplace ? <ReplaceLink className="relative" credential={source.credential} /> : null}
        </span>
      ) : null}
    </li>
  );
}

export function DataSourceList({ sources, mayReplace }: { sources: DataSourceDto[]; mayReplace: boolean }) {
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {sources.map((source) => (
        <Row key={source.id} mayReplace={mayReplace} source={source} />
      ))}
    </ul>
  );
}
