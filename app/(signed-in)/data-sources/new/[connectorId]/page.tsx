import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CredentialPicker } from "@/components/credentials/list/credential-picker";
import { toView } from "@/components/credentials/list/credential-view";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { credentialListQuery } from "@/lib/credentials/list/credential-list-schema";
import { findChosenCredential } from "@/lib/credentials/list/find-chosen-credential";
import { listCredentialOwners } from "@/lib/credentials/list/list-credential-owners";
import { listCredentials } from "@/lib/credentials/list/list-credentials";

export const metadata: Metadata = { title: "Authenticate" };

export default async function AuthenticatePage({ params, searchParams }: PageProps<"/data-sources/new/[connectorId]">) {
  const actor = await pageActor();
  const connector = findConnector((await params).connectorId);
  if (!connector || !can(actor, "credential:select")) notFound();
  const { credential, ...parameters } = await searchParams;
  const { connectorId: _, ...query } = credentialListQuery(parameters);
  const [page, chosen] = await Promise.all([
    listCredentials(actor, { ...query, connectorId: connector.id }),
    findChosenCredential(actor, connector.id, credential),
  ]);
  const isAll = page.after === undefined && Object.keys(query).length === 0;
  const { id, name, authentication } = connector;
  // The chosen one stays in sight, whatever the search and the page are.
  const isThere = !chosen || page.credentials.some(({ id }) => id === chosen.id);
  const shown = isThere ? page.credentials : [chosen, ...page.credentials];
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
        connector={{ id, name, authentication }}
        credentials={shown.map((each) => toView(connector, each))}
        mayCreate={can(actor, "credential:create")}
        mayReplace={can(actor, "credential:replace")}
        page={{ isAll, query, owners: isAll ? [] : await listCredentialOwners(actor), next: page.after }}
      />
    </>
  );
}
