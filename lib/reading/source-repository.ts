import "server-only";
import type { ParameterValues } from "@/lib/connectors/connector";
import { prepared } from "@/lib/platform/prepared";
import { type CredentialStatus, Prisma } from "@/prisma/generated/client";

/** What a data source reads, and the credential it reads with. */
export type SourceRow = {
  id: string;
  name: string;
  connectorId: string;
  endpointId: string;
  parameters: ParameterValues;
  /** A hash of endpoint and parameters: cursors of a source that asks for something else are of no use. */
  asks: string;
  credentialId: string;
  credentialName: string;
  status: CredentialStatus;
};

export async function findSourceToRead(workspaceId: string, id: string): Promise<SourceRow | undefined> {
  const [row] = await prepared<SourceRow>(Prisma.sql`
    SELECT s."id", s."name", s."connectorId", s."endpointId", s."parameters",
      md5(s."endpointId" || s."parameters"::text) AS "asks",
      c."id" AS "credentialId", c."name" AS "credentialName", c."status"
    FROM "DataSource" s JOIN "Credential" c ON c."id" = s."credentialId" AND c."workspaceId" = s."workspaceId"
    WHERE s."workspaceId" = ${workspaceId} AND s."id" = ${id}`);
  return row;
}
