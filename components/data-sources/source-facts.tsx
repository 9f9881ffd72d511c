import type { ReactNode } from "react";
import { CopyId } from "@/components/ui/copy-id";
import { Facts } from "@/components/ui/facts";
import { LocalTime } from "@/components/ui/local-time";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Connector } from "@/lib/connectors/connector";
import { type DescribedParameter, describeParameters } from "@/lib/connectors/describe-parameters";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { RequestLine } from "./request-line";

type Fact = readonly [name: string, value: ReactNode];

function Described({ described }: { described: DescribedParameter }) {
  if ("moment" in described) return <LocalTime iso={described.moment} />;
  return (
    <ul className="flex flex-wrap gap-x-1">
      {described.texts.map((text, index) => (
        <li key={text}>
          <bdi>{text}</bdi>
          {index < described.texts.length - 1 ? "," : null}
        </li>
      ))}
    </ul>
  );
}

function CredentialFact({ credential: { id, name, status, verifiedAt } }: Pick<DataSourceDto, "credential">) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <PageLink className="text-accent-ink underline underline-offset-4" dir="auto" href={`/credentials/${id}`}>
        {name}
      </PageLink>
      <StatusBadge status={status} />
      <span className="text-meta text-muted">
        {verifiedAt ? (
          <>
            verified <RelativeTime iso={verifiedAt} />
          </>
        ) : (
          "never verified"
        )}
      </span>
    </span>
  );
}

/** What a data source reads, in words and units, and the health of what it reads with. */
export function SourceFacts({ source, connector }: { source: DataSourceDto; connector: Connector | undefined }) {
  const endpoint = connector?.endpoints.find(({ id }) => id === source.endpointId);
  const described = endpoint ? describeParameters(endpoint, source.parameters) : [];
  const reads: Fact[] = endpoint
    ? [
        [
          "Reads",
          <span className="grid" key="reads">
            <span className="font-medium">{endpoint.name}</span>
            <span className="text-meta text-muted">{endpoint.summary}</span>
          </span>,
        ],
        ...described.map((one): Fact => [one.label, <Described described={one} key={one.id} />]),
        [
          "Request",
          <span className="text-meta" key="request">
            <RequestLine endpoint={endpoint} parameters={source.parameters} />
          </span>,
        ],
      ]
    : [["Reads", source.endpointId]];
  return (
    <Facts
      title="Details"
      facts={[
        ["Type", connector?.name ?? source.connectorId],
        ["Credential", <CredentialFact credential={source.credential} key="credential" />],
        ...reads,
        [
          "Created",
          <span key="created">
            <RelativeTime iso={source.createdAt} /> by <bdi>{source.createdByName}</bdi>
          </span>,
        ],
        ["ID", <CopyId id={source.id} key="id" />],
      ]}
    />
  );
}
