import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { ConfigureForm } from "@/components/data-sources/configure-form";
import { Stepper } from "@/components/ui/stepper";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";

export const metadata: Metadata = { title: "Configure" };

export default async function ConfigurePage({
  params,
  searchParams,
}: PageProps<"/data-sources/new/[connectorId]/configure">) {
  const actor = await pageActor();
  const connector = findConnector((await params).connectorId);
  if (!connector || !can(actor, "data-source:create")) notFound();
  const authenticate = `/data-sources/new/${connector.id}`;
  const { credential: id } = await searchParams;
  if (typeof id !== "string") redirect(authenticate);
  const { credential } = await orNotFound(getCredentialTile(actor, id));
  if (credential.connectorId !== connector.id) notFound();
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={2} links={["/data-sources/new", `${authenticate}?credential=${encodeURIComponent(id)}`]} />
        <div>
          <h1 className="text-page">Configure</h1>
          <p className="mt-1 text-muted">
            Reads {connector.name} with the credential <bdi className="font-medium text-ink">{credential.name}</bdi>.
          </p>
        </div>
      </div>
      {credential.status === "FAILED" ? (
        <AttentionNotice connector={connector} credential={credential} mayReplace={can(actor, "credential:replace")}>
          <p>It is verified again when you create the data source, which is refused unless it is accepted then.</p>
        </AttentionNotice>
      ) : null}
      <ConfigureForm connector={connector} credential={credential} />
    </>
  );
}
