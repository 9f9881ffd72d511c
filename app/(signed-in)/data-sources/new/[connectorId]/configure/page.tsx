import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { CredentialWarning } from "@/components/data-sources/credential-warning";
import type { ConfigureTask } from "@/components/data-sources/use-configure";
import { ConfigureWithPreview } from "@/components/reading/configure-with-preview";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { Stepper } from "@/components/ui/stepper";
import type { Member } from "@/lib/auth/actor";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { nothingToRead } from "@/lib/checks/offered-connectors";
import { formConnector } from "@/lib/connectors/form-connector";
import { findChosenCredential } from "@/lib/credentials/list/find-chosen-credential";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { RefusedPage } from "../../../../not-for-role";

const connectorOf = cache((actor: Member, id: string) => connectorIn(actor.workspaceId, id));

export async function generateMetadata({
  params,
}: PageProps<"/data-sources/new/[connectorId]/configure">): Promise<Metadata> {
  await pageActor();
  const connector = await connectorOf(await pageActor(), (await params).connectorId);
  if (!connector) notFound();
  return { title: `Configure · ${connector.name}` };
}

export default async function ConfigurePage({
  params,
  searchParams,
}: PageProps<"/data-sources/new/[connectorId]/configure">) {
  const actor = await pageActor();
  const connector = await connectorOf(actor, (await params).connectorId);
  if (!can(actor, "data-source:create"))
    return <RefusedPage actor={actor} operation="data-source:create" place="Creating data sources" />;
  if (!connector) notFound();
  const authenticate = `/data-sources/new/${connector.id}`;
  const { credential: id, from } = await searchParams;
  if (typeof id !== "string") redirect(authenticate);
  const credential = await findChosenCredential(actor, connector.id, id);
  // Deleted while the wizard was open: what is typed is a draft, and waits.
  if (!credential) redirect(`${authenticate}?gone=1`);
  const source = typeof from === "string" ? await orNotFound(getDataSource(actor, from)) : undefined;
  if (source && source.connectorId !== connector.id) notFound();
  // No more of it than a choice is: the rest of a tile is none of the form's.
  const chosen = { id: credential.id, name: credential.name, status: credential.status };
  const { verifiedAt, failedAt, unreadable } = credential;
  const nothing = nothingToRead(connector);
  const mayReplace = can(actor, "credential:replace");
  const task: ConfigureTask = source
    ? { kind: "duplicate", credential: chosen, source }
    : { kind: "create", credential: chosen };
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={2} links={["/data-sources/new", `${authenticate}?credential=${encodeURIComponent(id)}`]} />
        <div>
          <PageHeading>Configure</PageHeading>
          <p className="mt-1 text-muted">
            {source ? (
              <>
                A copy of <bdi className="font-medium text-ink">{source.name}</bdi>. It reads
              </>
            ) : (
              "Reads"
            )}{" "}
            {connector.name} with the credential <bdi className="font-medium text-ink">{credential.name}</bdi>.
          </p>
        </div>
      </div>
      {credential.status === "VERIFIED" ? null : (
        <CredentialWarning
          connector={{ id: connector.id, name: connector.name, authentication: connector.authentication }}
          credential={{
            ...chosen,
            ...(verifiedAt && { verifiedAt }),
            ...(failedAt && { failedAt }),
            ...(unreadable && { unreadable }),
          }}
          mayReplace={mayReplace}
        />
      )}
      {nothing ? (
        <Notice title={nothing} tone="warn">
          <p>
            <PageLink className="action-link" href={`/credentials/${chosen.id}`}>
              Go to the credential
            </PageLink>
          </p>
        </Notice>
      ) : (
        <ConfigureWithPreview connector={formConnector(connector)} mayReplace={mayReplace} task={task} />
      )}
    </>
  );
}
