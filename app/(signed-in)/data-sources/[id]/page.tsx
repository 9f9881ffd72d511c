import type { Metadata } from "next";
import { cache } from "react";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { DeleteDataSource } from "@/components/data-sources/delete-data-source";
import { SourceFacts } from "@/components/data-sources/source-facts";
import { SourceHeading } from "@/components/data-sources/source-heading";
import { PreviewPanel } from "@/components/reading/preview-panel";
import { ReadIt } from "@/components/reading/read-it";
import { Notice } from "@/components/ui/notice";
import type { Member } from "@/lib/auth/actor";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { publicUrl } from "@/lib/auth/public-url";
import { formConnector } from "@/lib/connectors/form-connector";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { readSnippets } from "@/lib/reading/snippets-dto";
import { SourceReads } from "./source-reads";

// Once, for the title and for the page.
const sourceOf = cache((actor: Member, id: string) => orNotFound(getDataSource(actor, id)));

export async function generateMetadata({ params }: PageProps<"/data-sources/[id]">): Promise<Metadata> {
  const { name } = await sourceOf(await pageActor(), (await params).id);
  return { title: `${name} · Data sources` };
}

export default async function DataSourcePage({ params, searchParams }: PageProps<"/data-sources/[id]">) {
  const actor = await pageActor();
  const source = await sourceOf(actor, (await params).id);
  const isNew = (await searchParams).created === "1";
  const { id, credential, endpointId, parameters } = source;
  const connector = await httpConnectorIn(actor.workspaceId, source.connectorId);
  const form = connector && formConnector(connector);
  const endpoint = form?.endpoints.find((known) => known.id === endpointId);
  const mayRead = can(actor, "data-source:read");
  const { origin } = publicUrl();
  return (
    <>
      <SourceHeading
        mayCreate={can(actor, "data-source:create") && endpoint !== undefined}
        mayEdit={can(actor, "data-source:edit") && connector !== undefined}
        source={source}
      >
        {can(actor, "data-source:delete") ? <DeleteDataSource source={{ id, name: source.name }} /> : null}
      </SourceHeading>
      {isNew ? (
        <Notice title="Ready to read." tone="ok">
          <p>Preview what it reads, then create a token and read it from your pipeline.</p>
        </Notice>
      ) : null}
      {credential.status === "FAILED" ? (
        <AttentionNotice connector={connector} credential={credential} mayReplace={can(actor, "credential:replace")}>
          <p>This data source can't read with it.</p>
        </AttentionNotice>
      ) : null}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <SourceFacts connector={connector} source={source} />
        {mayRead && endpoint ? (
          <ReadIt
            mayCreateToken={can(actor, "token:create")}
            snippets={readSnippets({ origin, sourceId: id, endpointId })}
            sourceId={id}
          />
        ) : null}
      </div>
      {mayRead && connector && endpoint ? (
        <PreviewPanel
          connector={{ id: connector.id, name: connector.name }}
          credentialId={credential.id}
          endpoint={endpoint}
          parameters={parameters}
        />
      ) : null}
      {mayRead ? <SourceReads actor={actor} connector={connector} source={source} /> : null}
    </>
  );
}
