import { ReadBadge } from "@/components/reading/read-badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SourceStateDto } from "@/lib/overview/overview-dto";
import { MoreLink, Panel, PanelList, PanelRow, RowMark } from "./panel";

function Row({ source, seesReads }: { source: SourceStateDto; seesReads: boolean }) {
  const { id, name, connectorId, type, lastRead } = source;
  return (
    <PanelRow
      about={seesReads ? <bdi>{lastRead?.sentence ?? "Not read yet."}</bdi> : type}
      href={`/data-sources/${id}`}
      mark={<RowMark connectorId={connectorId} />}
      name={name}
    >
      {lastRead ? (
        <>
          <RelativeTime iso={lastRead.startedAt} />
          <ReadBadge status={lastRead.status} />
        </>
      ) : null}
    </PanelRow>
  );
}

type SourcesPanelProps = { sources: SourceStateDto[]; seesReads: boolean; mayCreate: boolean };

/** Data sources with how their last reads went; for those who see no reads, the newest ones. */
export function SourcesPanel({ sources, seesReads, mayCreate }: SourcesPanelProps) {
  return (
    <Panel
      more={sources.length > 0 ? <MoreLink href="/data-sources">See all</MoreLink> : null}
      title={seesReads ? "Last reads" : "Data sources"}
    >
      {sources.length > 0 ? (
        <PanelList>
          {sources.map((source) => (
            <Row key={source.id} seesReads={seesReads} source={source} />
          ))}
        </PanelList>
      ) : (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-muted">
          No data sources yet. What your pipelines read shows up here.
          {mayCreate ? <MoreLink href="/data-sources/new">Create a data source</MoreLink> : null}
        </p>
      )}
    </Panel>
  );
}
