import type { Metadata } from "next";
import Link from "next/link";
import { CredentialList } from "@/components/credentials/credential-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Credentials" };

export default async function CredentialsPage() {
  const actor = await pageActor();
  const credentials = await listCredentials(actor);
  return (
    <>
      <h1 className="text-page">Credentials</h1>
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
