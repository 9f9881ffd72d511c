import type { Metadata } from "next";
import Link from "next/link";
import { BulkSources } from "@/components/data-sources/bulk/bulk-sources";
import { DataSourceFilters } from "@/components/data-sources/data-source-filters";
import { toSourceRow } from "@/components/data-sources/data-source-row";
import { DataSourceRows } from "@/components/data-sources/data-source-rows";
import { SavedFilters } from "@/components/filters/saved-filters";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FoundLine } from "@/components/ui/found-line";
import { ListPages } from "@/components/ui/list-pages";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { COUNTED_MAX } from "@/lib/credentials/credential-dto";
import { getSourceTabs } from "@/lib/data-sources/count-data-sources";
import { dataSourceListQuery } from "@/lib/data-sources/data-source-list-schema";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { typesOfList } from "@/lib/own-connectors/find-connector";

export const metadata: Metadata = { title: "Data sources" };

export default async function DataSourcesPage({ searchParams }: PageProps<"/data-sources">) {
  const actor = await pageActor();
  const query = dataSourceListQuery(await searchParams);
  const { q, connectorId, credentialId, status } = query;
  // The counts are of the whole list.
  const isWhole = !(q || connectorId || credentialId);
  const [{ dataSources, after, found }, { counts, saved }] = await Promise.all([
    listDataSources(actor, query),
    getSourceTabs(actor, isWhole),
  ]);
  const { find, typeNames } = await typesOfList(
    actor.workspaceId,
    dataSources.map((source) => source.connectorId),
  );
  const rows = dataSources.map((source) => toSourceRow(source, find(source.connectorId)));
  const isNarrowed = !isWhole || status !== undefined;
  const isEmpty = rows.length === 0 && !isNarrowed && query.after === undefined;
  const add = can(actor, "data-source:create") ? (
    <Link className={buttonClass("primary")} href="/data-sources/new">
      New data source
    </Link>
  ) : null;
  const list = <DataSourceRows mayReplace={can(actor, "credential:replace")} sources={rows} />;
  return (
    <>
      <div className="flex min-h-9 items-center justify-between gap-4">
        <PageHeading>Data sources</PageHeading>
        {isEmpty ? null : add}
      </div>
      {isEmpty ? null : (
        <DataSourceFilters
          counts={counts}
          credentials={rows.map(({ credential }) => credential)}
          query={query}
          typeNames={typeNames}
        >
          <SavedFilters list="data-sources" query={query} saved={saved} tabNames={["status", "sort"]} />
        </DataSourceFilters>
      )}
      <FoundLine
        found={found}
        hasBefore={query.after !== undefined}
        hasMore={after !== undefined}
        isNarrowed={isNarrowed}
        most={COUNTED_MAX}
        noun="data source"
        shown={rows.length}
      />
      {can(actor, "data-source:delete") ? (
        // Another page or filter is another selection.
        <BulkSources key={JSON.stringify(query)} mayMove={can(actor, "credential:move")} sources={rows}>
          {list}
        </BulkSources>
      ) : (
        list
      )}
      {isEmpty ? (
        <EmptyState action={add} icon="sources" more={<GuideLinkTo id="reading" />} title="No data sources yet">
          A data source reads calls, people or notes from a tool your team uses. Choose its type, add a credential,
          which we verify before storing, and say what to read.
        </EmptyState>
      ) : null}
      <ListPages after={after} more="More data sources" path="/data-sources" query={query} />
    </>
  );
}
