import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ConfigureWithPreview } from "@/components/reading/configure-with-preview";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import type { Member } from "@/lib/auth/actor";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { formConnector } from "@/lib/connectors/form-connector";
import { listCredentialChoices } from "@/lib/credentials/list/list-credential-choices";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { RefusedPage } from "../../../not-for-role";

// Once, for the title and for the page.
const sourceOf = cache((actor: Member, id: string) => orNotFound(getDataSource(actor, id)));

export async function generateMetadata({ params }: PageProps<"/data-sources/[id]/edit">): Promise<Metadata> {
  const actor = await pageActor();
  if (!can(actor, "data-source:edit")) return { title: "Edit data source" };
  const { name } = await sourceOf(actor, (await params).id);
  return { title: `Edit ${name} · Data sources` };
}

export default async function EditDataSourcePage({ params }: PageProps<"/data-sources/[id]/edit">) {
  const actor = await pageActor();
  if (!can(actor, "data-source:edit"))
    return <RefusedPage actor={actor} operation="data-source:edit" place="Changing data sources" />;
  const source = await sourceOf(actor, (await params).id);
  const connector = await httpConnectorIn(actor.workspaceId, source.connectorId);
  if (!connector) notFound();
  const choices = await listCredentialChoices(actor, { connectorId: connector.id });
  return (
    <>
      <div>
        <PageLink className="text-meta text-muted hover:text-ink" dir="auto" href={`/data-sources/${source.id}`}>
          {source.name}
        </PageLink>
        <PageHeading>Edit data source</PageHeading>
      </div>
      <ConfigureWithPreview
        choices={choices}
        connector={formConnector(connector)}
        mayReplace={can(actor, "credential:replace")}
        task={{ kind: "edit", source }}
      />
    </>
  );
}
