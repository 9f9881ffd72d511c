import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CredentialPicker } from "@/components/credentials/credential-picker";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { findChosenCredential, listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Authenticate" };

export default async function AuthenticatePage({ params, searchParams }: PageProps<"/data-sources/new/[connectorId]">) {
  const actor = await pageActor();
  const connector = findConnector((await params).connectorId);
  if (!connector) notFound();
  const { q, after, credential } = await searchParams;
  const [page, chosen] = await Promise.all([
    listCredentials(actor, { q, after, connectorId: connector.id }),
    findChosenCredential(actor, connector.id, credential),
  ]);
  // The chosen one stays in sight, whatever the search and the page are.
  const isShown = !chosen || page.credentials.some(({ id }) => id === chosen.id);
  const search = typeof q === "string" ? q : "";
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
        key={`${search} ${after}`}
        mayCreate={can(actor, "credential:create")}
        mayReplace={can(actor, "credential:replace")}
        paged={page.after !== undefined || search !== "" || after !== undefined}
        search={search}
        {...(page.after === undefined ? {} : { after: page.after })}
      />
    </>
  );
}
