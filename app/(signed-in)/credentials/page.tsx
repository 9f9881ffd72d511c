import type { Metadata } from "next";
import Link from "next/link";
import { CredentialFilters } from "@/components/credentials/credential-filters";
import { CredentialList } from "@/components/credentials/credential-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";
import { credentialListQuery } from "@/lib/credentials/credential-list-schema";
import { listCredentialOwners } from "@/lib/credentials/list-credential-owners";
import { listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Credentials" };

/** The URL of the page after this one, with the same filters. */
function nextPage(query: CredentialListQuery, after: string): string {
  const { unused, ...texts } = query;
  return `/credentials?${new URLSearchParams({ ...texts, ...(unused ? { unused: "1" } : {}), after })}`;
}

export default async function CredentialsPage({ searchParams }: PageProps<"/credentials">) {
  const actor = await pageActor();
  const parameters = await searchParams;
  const query = credentialListQuery(parameters);
  const [{ credentials, after }, owners] = await Promise.all([
    listCredentials(actor, parameters),
    listCredentialOwners(actor),
  ]);
  const narrowed = Object.keys(query).some((name) => name !== "sort");
  return (
    <>
      <h1 className="text-page">Credentials</h1>
      {credentials.length > 0 || narrowed ? <CredentialFilters owners={owners} query={query} /> : null}
      {narrowed && credentials.length === 0 ? (
        <p className="text-muted" role="status">
          No credential matches.
        </p>
      ) : null}
      {credentials.length > 0 || narrowed ? (
        <CredentialList credentials={credentials} mayReplace={can(actor, "credential:replace")} />
      ) : (
        <EmptyState
          action={
            <Link className={buttonClass("primary")} href="/data-sources/new">
              New data source
            </Link>
          }
          title="No credentials yet"
        >
          A credential is what a data source signs in with. You add the first one while you create a data source; it is
          checked with its provider and stored sealed.
        </EmptyState>
      )}
      {query.after || after ? (
        <nav aria-label="Pages" className="flex justify-between gap-2">
          {query.after ? (
            <Link className={buttonClass()} href={nextPage(query, "")} prefetch={false}>
              First page
            </Link>
          ) : (
            <span />
          )}
          {after ? (
            <Link className={buttonClass()} href={nextPage(query, after)} prefetch={false}>
              More credentials
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
