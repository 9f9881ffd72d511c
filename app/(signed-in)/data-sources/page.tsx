import type { Metadata } from "next";
import Link from "next/link";
import { DataSourceList } from "@/components/data-sources/data-source-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPages } from "@/components/ui/list-pages";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { momentPageQuery } from "@/lib/platform/moment-page";

export const metadata: Metadata = { title: "Data sources" };

export default async function DataSourcesPage({ searchParams }: PageProps<"/data-sources">) {
  const actor = await pageActor();
  const query = momentPageQuery(await searchParams);
  const { dataSources: sources, after } = await listDataSources(actor, query);
  const add = can(actor, "data-source:create") ? (
    <Link className={buttonClass("primary")} href="/data-sources/new">
      New data source
    </Link>
  ) : null;
  return (
    <>
      <div className="flex min-h-9 items-center justify-between gap-4">
        <h1 className="text-page">Data sources</h1>
        {sources.length > 0 || query.after !== undefined ? add : null}
      </div>
      {sources.length > 0 ? <DataSourceList mayReplace={can(actor, "credential:replace")} sources={sources} /> : null}
      {sources.length === 0 && query.after !== undefined ? (
        <p className="text-muted">There is nothing on this page any more.</p>
      ) : null}
      {sources.length === 0 && query.after === undefined ? (
        <EmptyState action={add} title="No data sources yet">
          A data source reads calls, people or notes from a tool that your team uses. Choose its type, add a credential
          that is verified before it is stored, and say what to read.
        </EmptyState>
      ) : null}
      <ListPages after={after} more="More data sources" path="/data-sources" query={query} />
    </>
  );
}
