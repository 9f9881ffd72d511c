import type { Metadata } from "next";
import Link from "next/link";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { DataSourceSettings } from "@/components/data-sources/data-source-settings";
import { RequestLine } from "@/components/data-sources/request-line";
import { Facts } from "@/components/ui/facts";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { getDataSource } from "@/lib/data-sources/get-data-source";

export const metadata: Metadata = { title: "Data source" };

function spell(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return value === true ? "Yes" : String(value);
}

export default async function DataSourcePage({ params }: PageProps<"/data-sources/[id]">) {
  const actor = await pageActor();
  const source = await orNotFound(getDataSource(actor, (await params).id));
  const connector = findConnector(source.connectorId);
  const endpoint = connector?.endpoints.find(({ id }) => id === source.endpointId);
  const parameters = (endpoint?.parameters ?? []).filter(({ id }) => id in source.parameters);
  return (
    <>
      <div>
        <Link className="text-meta text-muted hover:text-ink" href="/data-sources" prefetch={false}>
          Data sources
        </Link>
        <h1 className="text-page" dir="auto">
          {source.name}
        </h1>
      </div>
      {source.credential.status === "FAILED" ? (
        <AttentionNotice
          connector={connector}
          credential={source.credential}
          mayReplace={can(actor, "credential:replace")}
        >
          <p>This data source cannot read with it.</p>
        </AttentionNotice>
      ) : null}
      <Facts
        facts={[
          ["Type", connector?.name ?? source.connectorId],
          [
            "Credential",
            <span className="flex flex-wrap items-center gap-2" key="credential">
              <Link
                className="text-accent-ink underline underline-offset-4"
                dir="auto"
                href={`/credentials/${source.credential.id}`}
                prefetch={false}
              >
                {source.credential.name}
              </Link>
              <StatusBadge status={source.credential.status} />
            </span>,
          ],
          ["Endpoint", endpoint?.name ?? source.endpointId],
          ...(endpoint
            ? [["Reads", <RequestLine endpoint={endpoint} key="reads" parameters={source.parameters} />] as const]
            : []),
          ...parameters.map(({ id, label }): [string, string] => [label, spell(source.parameters[id])]),
          [
            "Created",
            <span key="created">
              <RelativeTime iso={source.createdAt} /> by <bdi>{source.createdByName}</bdi>
            </span>,
          ],
        ]}
      />
      {can(actor, "data-source:edit") ? (
        <DataSourceSettings key={source.revision} mayDelete={can(actor, "data-source:delete")} source={source} />
      ) : null}
    </>
  );
}
