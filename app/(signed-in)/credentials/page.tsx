import type { Metadata } from "next";
import { BulkCredentials } from "@/components/credentials/bulk/bulk-credentials";
import { CredentialFilters } from "@/components/credentials/list/credential-filters";
import { CredentialRows } from "@/components/credentials/list/credential-rows";
import { toView } from "@/components/credentials/list/credential-view";
import { DeletedNotice } from "@/components/credentials/list/deleted-notice";
import { NoMatch } from "@/components/credentials/list/no-match";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPages } from "@/components/ui/list-pages";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { connectors, findConnector } from "@/lib/connectors/registry";
import { findDeletedCredential } from "@/lib/credentials/deletion/find-deleted-credential";
import { credentialListQuery } from "@/lib/credentials/list/credential-list-schema";
import { listCredentialOwners } from "@/lib/credentials/list/list-credential-owners";
import { listCredentials } from "@/lib/credentials/list/list-credentials";

export const metadata: Metadata = { title: "Credentials" };

const typeNames = Object.fromEntries(connectors.map(({ id, name }) => [id, name]));

export default async function CredentialsPage({ searchParams }: PageProps<"/credentials">) {
  const actor = await pageActor();
  const mayRestore = can(actor, "credential:restore");
  const { deleted, ...parameters } = await searchParams;
  const query = credentialListQuery(parameters);
  const [{ credentials, after }, owners, justDeleted] = await Promise.all([
    listCredentials(actor, query),
    listCredentialOwners(actor),
    mayRestore && deleted !== undefined ? findDeletedCredential(actor, deleted) : undefined,
  ]);
  const { sort: _, ...narrowing } = query;
  const isNarrowed = Object.keys(narrowing).length > 0;
  const rows = credentials.map(({ connectorId, ...credential }) => {
    const { description: _, ...view } = toView(findConnector(connectorId), { connectorId, ...credential });
    return { connectorId, ...view };
  });
  const list = (
    <CredentialRows credentials={rows} mayReplace={can(actor, "credential:replace")} typeNames={typeNames} />
  );
  const mayVerify = can(actor, "credential:verify");
  const mayDelete = can(actor, "credential:delete");
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-page">Credentials</h1>
        {mayRestore ? (
          <PageLink
            className="text-meta text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:py-2"
            href="/credentials/deleted"
          >
            Recently deleted
          </PageLink>
        ) : null}
      </div>
      {justDeleted ? <DeletedNotice credential={justDeleted} /> : null}
      {credentials.length > 0 || isNarrowed ? (
        <CredentialFilters owners={owners} query={query} typeNames={typeNames} />
      ) : null}
      {credentials.length === 0 && isNarrowed ? <NoMatch isPast={query.after !== undefined} /> : null}
      {credentials.length === 0 && !isNarrowed ? (
        <EmptyState
          action={
            can(actor, "credential:create") ? (
              <PageLink className={buttonClass("primary")} href="/data-sources/new">
                New data source
              </PageLink>
            ) : null
          }
          title="No credentials yet"
        >
          A credential is what a data source signs in with.{" "}
          {can(actor, "credential:create")
            ? "You add the first one while you create a data source; it is verified with its provider and stored sealed."
            : "An owner or an admin of the workspace adds the first one."}
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
      <ListPages after={after} more="More credentials" path="/credentials" query={query} />
    </>
  );
}
