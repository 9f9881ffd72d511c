import "server-only";
import type { VerificationOutcome, Whose } from "@/lib/checks/verification-dto";
import { readPlainValues } from "@/lib/connectors/plain-values";
import { recentChecks, type StoredCheck, toCheckDto } from "@/lib/credentials/checks/recent-checks-repository";
import { rotationOf } from "@/lib/settings/rotation-of";
import { type Credential, type CredentialVersion, Prisma } from "@/prisma/generated/client";
import type { CredentialDetailsDto, CredentialDto } from "./credential-dto";

type Columns =
  | "id"
  | "connectorId"
  | "name"
  | "description"
  | "status"
  | "outcome"
  | "checkedAt"
  | "verifiedAt"
  | "failedAt"
  | "createdAt"
  | "valuesChangedAt"
  | "rotateBy"
  | "revision"
  | "ownerId"
  | "sourceCount"
  | "activeVersion";

/** A credential with all that is told of it, and without a secret. */
export type CredentialRow = Pick<Credential, Columns> &
  Pick<CredentialVersion, "whoseOf" | "whoseText"> & {
    ownerName: string;
    /** The workspace's, in days. */
    maxAgeDays: number | null;
    /** Of the version in use. */
    plainValues: unknown;
    /** The last ones, newest first. */
    checks: StoredCheck[];
  };

/** `SELECT ${credentialColumns} FROM <credentials> c ${credentialRelations}`: a `CredentialRow` for each. */
export const credentialColumns = Prisma.sql`
  c."id", c."connectorId", c."name", c."description", c."status"::text AS "status", c."outcome", c."checkedAt",
  c."verifiedAt", c."failedAt", c."createdAt", c."valuesChangedAt", c."rotateBy", c."revision", c."ownerId",
  c."sourceCount", c."activeVersion", owner."name" AS "ownerName", settings."maxAgeDays", version."plainValues",
  version."whoseOf", version."whoseText",
  ${recentChecks({ id: Prisma.sql`c."id"`, workspaceId: Prisma.sql`c."workspaceId"` })} AS "checks"`;
export const credentialRelations = Prisma.sql`
  JOIN "User" owner ON owner."id" = c."ownerId"
  LEFT JOIN "WorkspaceSettings" settings ON settings."workspaceId" = c."workspaceId"
  LEFT JOIN "CredentialVersion" version ON version."credentialId" = c."id" AND version."number" = c."activeVersion"`;

/** Whether it is FAILED for want of values that open, and not by the provider. */
export const isUnreadable = ({ status, outcome }: Pick<CredentialRow, "status" | "outcome">): boolean =>
  status === "FAILED" && outcome === "unreadable";

const whoseOf = ({ whoseOf: of, whoseText: text }: CredentialRow): Whose | undefined =>
  text === null ? undefined : { of: of === "tenant" ? "tenant" : "person", text };

export function toCredentialDto(row: CredentialRow): CredentialDto {
  const rotation = rotationOf(row, row.maxAgeDays);
  const whose = whoseOf(row);
  return {
    id: row.id,
    connectorId: row.connectorId,
    name: row.name,
    description: row.description,
    plainValues: readPlainValues(row.plainValues),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    status: row.status,
    ...(row.outcome === null ? {} : { outcome: row.outcome as VerificationOutcome }),
    ...(row.checkedAt === null ? {} : { checkedAt: row.checkedAt.toISOString() }),
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt.toISOString() }),
    ...(row.failedAt === null ? {} : { failedAt: row.failedAt.toISOString() }),
    ...(isUnreadable(row) ? { unreadable: true } : {}),
    ...(whose === undefined ? {} : { whose }),
    recentChecks: row.checks.map(toCheckDto),
    createdAt: row.createdAt.toISOString(),
    ...(rotation === undefined ? {} : { rotation }),
    usedBy: row.sourceCount,
    revision: row.revision,
  };
}

export function toCredentialDetails(row: CredentialRow): CredentialDetailsDto {
  return {
    ...toCredentialDto(row),
    version: row.activeVersion,
    valuesChangedAt: row.valuesChangedAt.toISOString(),
  };
}
