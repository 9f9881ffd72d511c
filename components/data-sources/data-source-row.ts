import { attentionReason } from "@/components/credentials/list/attention";
import type { VerificationStatus } from "@/lib/checks/verification-dto";
import { type AnyConnector, endpointsOf } from "@/lib/connectors/database-connector";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";

/** What a row of the list shows. */
export type DataSourceRow = {
  id: string;
  name: string;
  /** Absent for a type that is no longer known. */
  connectorId: string | undefined;
  /** Its type and what it reads. */
  about: string;
  credential: { id: string; name: string; status: VerificationStatus };
  createdAt: string;
  /** Why its credential needs attention. */
  reason?: string;
};

export function toSourceRow(
  { id, name, connectorId, endpointId, credential, createdAt }: DataSourceDto,
  connector: AnyConnector | undefined,
): DataSourceRow {
  const endpoint = connector && endpointsOf(connector).find((one) => one.id === endpointId);
  const { id: credentialId, name: credentialName, status } = credential;
  return {
    ...{ id, name, createdAt, connectorId: connector?.id },
    about: `${connector?.name ?? connectorId} · ${endpoint?.name ?? endpointId}`,
    credential: { id: credentialId, name: credentialName, status },
    ...(status === "FAILED" ? { reason: attentionReason(connector, credential) } : {}),
  };
}

/** The type that all of them are of; undefined where there are several, or one is no longer known. */
export function typeOfAll(sources: readonly Pick<DataSourceRow, "connectorId">[]): string | undefined {
  const [first] = sources;
  return sources.every(({ connectorId }) => connectorId === first?.connectorId) ? first?.connectorId : undefined;
}
