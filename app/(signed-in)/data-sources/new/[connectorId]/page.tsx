import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CredentialPicker } from "@/components/credentials/credential-picker";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { listCredentials } from "@/lib/credentials/list-credentials";

export const metadata: Metadata = { title: "Authenticate" };

export default async function AuthenticatePage({ params }: PageProps<"/data-sources/new/[connectorId]">) {
  const actor = await pageActor();
  const connector = findConnector((await params).connectorId);
  if (!connector || !can(actor, "credential:select")) notFound();
  const credentials = await listCredentials(actor, connector.id);
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
        credentials={credentials}
        mayCreate={can(actor, "credential:create")}
        mayReplace={can(actor, "credential:replace")}
      />
    </>
  );
}
