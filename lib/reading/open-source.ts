import "server-only";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize, type Operation } from "@/lib/auth/permissions";
import { requireSource } from "@/lib/auth/tokens/require-source";
import { baseUrlOf, countedAs } from "@/lib/checks/base-url";
import { circuitKey } from "@/lib/checks/circuit-key";
import type { Connector, CredentialValues, Endpoint } from "@/lib/connectors/connector";
import { openCredentialValues } from "@/lib/credentials/values/credential-values-repository";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { notFound, Refusal } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import type { Values } from "./fetch-page";
import type { ReadOf } from "./read-records";
import { findSourceToRead, type SourceRow } from "./source-repository";
import type { Reader } from "./still-may-read";

/** A data source that may be read now, with what asks its provider. */
export type OpenSource = {
  source: SourceRow;
  connector: Connector;
  endpoint: Endpoint;
  values: Values;
  /** The provider's host, and what tells the credential from others there. */
  asked: { host: string; credential: string };
};

/** The values of a credential, opened once, and once more where they were replaced since. Throws a refusal. */
export async function openValues(workspaceId: string, connector: Connector, credentialId: string): Promise<Values> {
  const stored = await openCredentialValues(workspaceId, credentialId, { as: connector });
  if (!stored) throw notFound("credential");
  if (!stored.values) {
    throw new Refusal(
      "CREDENTIAL_UNREADABLE",
      `We can't read the stored ${connector.authentication.noun}, so we didn't ask ${connector.name}. Replace the values of the credential “${stored.name}”.`,
    );
  }
  let { version } = stored;
  const values: Values = {
    current: stored.values,
    async renew() {
      const next = await openCredentialValues(workspaceId, credentialId, { as: connector });
      if (!next?.values || next.version === version) return false;
      version = next.version;
      values.current = next.values;
      return true;
    },
  };
  return values;
}

/** Where requests with these values are counted. */
export function askedOf(connector: Connector, values: CredentialValues) {
  const host = countedAs(connector, baseUrlOf(connector, values));
  return { host, credential: circuitKey(host, values) };
}

/** What of it the reader of records needs. */
export const readOf = ({ connector, endpoint, source }: OpenSource): ReadOf => ({
  endpoints: connector.endpoints,
  endpoint,
  parameters: source.parameters,
});

/** What records are looked at for: by a reader, or by an assistant. */
export type LookOperation = Extract<Operation, "data-source:read" | "mcp:use">;

/** A source that the reader may see: of the workspace, and one of those that a token is for. Throws a refusal. */
export async function requireReadable(
  reader: Reader,
  id: unknown,
  operation: LookOperation = "data-source:read",
): Promise<SourceRow> {
  authorize(reader, operation);
  const parsed = recordId.safeParse(id);
  if (parsed.success) requireSource(reader, parsed.data);
  const source = parsed.success ? await findSourceToRead(reader.workspaceId, parsed.data) : undefined;
  if (!source) throw notFound("data source");
  noteSubject(reader, source);
  return source;
}

type Askable = Pick<OpenSource, "source" | "connector" | "endpoint">;

/** A source whose provider may be asked. Throws a refusal where nobody should be asked with its credential. */
export async function requireAskable(reader: Reader, id: unknown, operation?: LookOperation): Promise<Askable> {
  const source = await requireReadable(reader, id, operation);
  const found = await connectorIn(reader.workspaceId, source.connectorId);
  const connector = found?.kind === "database" ? undefined : found;
  const endpoint = connector?.endpoints.find((one) => one.id === source.endpointId);
  if (!connector || !endpoint) throw notFound("endpoint");
  if (source.status === "FAILED") {
    throw new Refusal(
      "CREDENTIAL_FAILED",
      `${connector.name} no longer accepts the credential “${source.credentialName}”, so we didn't ask. Replace its values, or move the data source to another credential.`,
    );
  }
  return { source, connector, endpoint };
}

/** Opens a source to read it. Throws a refusal where nobody should be asked with its credential. */
export async function openSource(reader: Reader, id: unknown): Promise<OpenSource> {
  const { source, connector, endpoint } = await requireAskable(reader, id);
  const values = await openValues(reader.workspaceId, connector, source.credentialId);
  return { source, connector, endpoint, values, asked: askedOf(connector, values.current) };
}
