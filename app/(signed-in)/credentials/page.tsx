import type { Metadata } from "next";
import Link from "next/link";
import { CredentialList } from "@/components/credentials/credential-list";
import { DeletedNotice } from "@/components/credentials/deleted-notice";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { findDeletedCredential } from "@/lib/credentials/find-deleted-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Credentials" };

export default async function CredentialsPage({ searchParams }: PageProps<"/credentials">) {
  const actor = await pageActor();
  const mayRestore = can(actor, "credential:restore");
  const { deleted } = await searchParams;
  const [credentials, justDeleted] = await Promise.all([
    listCredentials(actor),
    mayRestore && deleted !== undefined ? findDeletedCredential(actor, deleted) : undefined,
  ]);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-page">Credentials</h1>
        {mayRestore ? (
          <Link
            className="text-meta text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:py-2"
            href="/credentials/deleted"
            prefetch={false}
          >
            Recently deleted
          </Link>
        ) : null}
      </div>
      {justDeleted ? <DeletedNotice credential={justDeleted} /> : null}
      {credentials.length > 0 ? (
        <CredentialList credentials={credentials} mayReplace={can(actor, "credential:replace")} />
      ) : (
        <EmptyState
          action={
            can(actor, "credential:create") ? (
              <Link className={buttonClass("primary")} href="/data-sources/new">
                New data source
              </Link>
            ) : null
          }
          title="No credentials yet"
        >
          A credential is what a data source signs in with.{" "}
          {can(actor, "credential:create")
            ? "You add the first one while you create a data source; it is checked with its provider and stored sealed."
            : "An owner or an admin of the workspace adds the first one."}
        </EmptyState>
      )}
    </>
  );
}
