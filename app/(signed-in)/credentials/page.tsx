import type { Metadata } from "next";
import { BulkCredentials } from "@/components/credentials/bulk/bulk-credentials";
import { AddToList } from "@/components/credentials/list/add-to-list";
import { CredentialFilters } from "@/components/credentials/list/credential-filters";
import { CredentialRows } from "@/components/credentials/list/credential-rows";
import { CredentialTabs } from "@/components/credentials/list/credential-tabs";
import { toRow } from "@/components/credentials/list/to-view";
import { SavedFilters } from "@/components/filters/saved-filters";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FoundLine } from "@/components/ui/found-line";
import { listHref } from "@/components/ui/list-address";
import { ListPages } from "@/components/ui/list-pages";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { COUNTED_MAX } from "@/lib/credentials/credential-dto";
import { countCredentials } from "@/lib/credentials/list/count-credentials";
import { attentionListQuery } from "@/lib/credentials/list/credential-list-schema";
import { listCredentialFilters } from "@/lib/credentials/list/list-credential-owners";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { connectorsIn } from "@/lib/own-connectors/find-connector";

export const metadata: Metadata = { title: "Credentials" };

const QUIET_LINK = "underline-offset-4 hover:text-ink hover:underline pointer-coarse:py-2";

export default async function CredentialsPage({ searchParams }: PageProps<"/credentials">) {
  const actor = await pageActor();
  const mayRestore = can(actor, "credential:restore");
  const query = attentionListQuery(await searchParams);
  const [{ credentials, after, found }, counts, { owners, saved, connectorIds }] = await Promise.all([
    listCredentials(actor, query),
    countCredentials(actor, query),
    listCredentialFilters(actor),
  ]);
  // What is so without saying is no part of an address.
  const { sort, ...narrowing } = query;
  const here = sort === "attention" ? narrowing : query;
  const isNarrowed = Object.keys(narrowing).length > 0;
  const shown = credentials.map(({ connectorId }) => connectorId);
  const ids = [...new Set([...connectorIds, ...shown, ...(query.connectorId ? [query.connectorId] : [])])];
  const find = await connectorsIn(actor.workspaceId, ids);
  const named = ids.map((id) => [id, find(id)?.name ?? id] as const);
  const typeNames = Object.fromEntries(named.sort(([, a], [, b]) => a.localeCompare(b)));
  const rows = credentials.map((credential) => toRow(find(credential.connectorId), credential));
  const list = (
    <CredentialRows credentials={rows} mayReplace={can(actor, "credential:replace")} typeNames={typeNames} />
  );
  const mayCreate = can(actor, "credential:create");
  const mayVerify = can(actor, "credential:verify");
  const mayDelete = can(actor, "credential:delete");
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1">
        <div className="max-sm:mr-auto">
          <PageHeading>Credentials</PageHeading>
        </div>
        <div className="mr-auto flex gap-4 text-meta text-muted max-sm:order-last max-sm:basis-full">
          {mayRestore ? (
            <PageLink className={QUIET_LINK} href="/credentials/deleted">
              Recently deleted
            </PageLink>
          ) : null}
          {credentials.length > 0 ? (
            // Followed by the browser alone: a download is no page.
            <a
              className={QUIET_LINK}
              download
              href={listHref("/api/v1/credentials/export", { ...query, after: undefined })}
            >
              Export CSV
            </a>
          ) : null}
        </div>
        {mayCreate ? <AddToList connectorId={query.connectorId} shown={rows.map(({ id }) => id)} /> : null}
      </div>
      {credentials.length > 0 || isNarrowed ? (
        <>
          <div className="tab-line">
            <CredentialTabs counts={counts.tabs} query={here} />
            <SavedFilters
              list="credentials"
              query={here}
              saved={saved}
              tabNames={["status", "rotation", "unused", "sort"]}
            />
          </div>
          <CredentialFilters owners={owners} query={here} typeNames={typeNames} />
        </>
      ) : null}
      <FoundLine
        found={found ?? counts.found}
        hasBefore={query.after !== undefined}
        hasMore={after !== undefined}
        isNarrowed={isNarrowed}
        most={COUNTED_MAX}
        noun="credential"
        shown={rows.length}
      />
      {credentials.length === 0 && !isNarrowed ? (
        <EmptyState
          action={
            mayCreate ? (
              <PageLink className={buttonClass()} href="/credentials?add=1">
                Add Credential
              </PageLink>
            ) : null
          }
          icon="key"
          more={<GuideLinkTo id="credentials" />}
          title="No credentials yet"
        >
          Credentials let data sources sign in to a provider.{" "}
          {mayCreate
            ? "Add the first one: we verify it, then store it encrypted."
            : "A workspace owner or admin adds the first one."}
        </EmptyState>
      ) : null}
      {mayVerify || mayDelete ? (
        // Another page or filter is another selection.
        <BulkCredentials credentials={rows} key={JSON.stringify(query)} mayDelete={mayDelete} mayVerify={mayVerify}>
          {list}
        </BulkCredentials>
      ) : (
        list
      )}
      <ListPages after={after} more="More credentials" path="/credentials" query={here} />
    </>
  );
}
