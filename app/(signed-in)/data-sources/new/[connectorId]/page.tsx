import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CredentialPicker } from "@/components/credentials/credential-picker";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { credentialListQuery } from "@/lib/credentials/credential-list-schema";
import { findChosenCredential } from "@/lib/credentials/find-chosen-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Authenticate" };

export default async function AuthenticatePage({ params, searchParams }: PageProps<"/data-sources/new/[connectorId]">) {
  const actor = await pageActor();
  const connector = findConnector((await params).connectorId);
  if (!connector || !can(actor, "credential:select")) notFound();
  const parameters = await searchParams;
  const { q = "", after } = credentialListQuery({ q: parameters.q, after: parameters.after });
  const [page, chosen] = await Promise.all([
    listCredentials(actor, { q, after, connectorId: connector.id }),
    findChosenCredential(actor, connector.id, parameters.credential),
  ]);
  // The chosen one stays in sight, whatever the search and the page are.
  const isShown = !chosen || page.credentials.some(({ id }) => id === chosen.id);
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={1} links={["/data-sources/new"]} />
        <div>
          <h1 className="text-page">Authenticate</h1>
          <p className="mt-1 text-muted">Choose the {connector.name} credential that the new data source reads with.</p>
        </div>
      </div>
      <CredentialPicker
        connector={connector}
        credentials={isShown ? page.credentials : [chosen, ...page.credentials]}
        mayCreate={can(actor, "credential:create")}
        mayReplace={can(actor, "credential:replace")}
        page={{ isAll: page.after === undefined && q === "" && after === undefined, search: q, next: page.after }}
      />
    </>
  );
}
