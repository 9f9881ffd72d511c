import "server-only";
import { auditRow, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { insertTogether } from "@/lib/platform/insert-together";
import { keyRing } from "@/lib/platform/key-ring";
import { open, seal } from "@/lib/platform/sealing";
import type { CredentialDto } from "./credential-dto";
import { type Change, toCredentialDto } from "./credential-repository";
import type { CredentialValues } from "./credential-schema";
import type { VerificationOutcome, VerificationStatus } from "./verification-dto";

export type NewCredential = {
  id: string;
  workspaceId: string;
  connectorId: string;
  name: string;
  nameKey: string;
  description: string;
  owner: { id: string; name: string };
  formId: string;
  values: CredentialValues;
  check: { status: VerificationStatus; outcome: VerificationOutcome | undefined };
};
/** Undefined where the name or the form's id is taken. */
export async function insertCredential(
  credential: NewCredential,
  peer: string | undefined,
): Promise<CredentialDto | undefined> {
  const { values, check, owner, ...columnsOfRow } = credential;
  const { id, workspaceId, name } = columnsOfRow;
  const sealed = await seal(await keyRing(), { workspaceId, credentialId: id, version: 1 }, JSON.stringify(values));
  const now = new Date();
  const data = {
    ...columnsOfRow,
    ownerId: owner.id,
    status: check.status,
    outcome: check.outcome ?? null,
    checkedAt: check.outcome === undefined ? null : now,
    verifiedAt: check.status === "VERIFIED" ? now : null,
    createdAt: now,
  };
  try {
    await insertTogether(
      { into: "Credential", row: { ...data, updatedAt: now } },
      {
        into: "CredentialVersion",
        row: { credentialId: id, number: 1, ...sealed, createdById: owner.id, createdAt: now },
      },
      {
        into: "AuditEvent",
        row: auditRow({
          workspaceId,
          actorId: owner.id,
          action: "credential.created",
          subjectId: id,
          subjectName: name,
          result: check.outcome ?? "not-checked",
          peer,
        }),
      },
    );
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
  return toCredentialDto({ ...data, revision: 1, owner: { name: owner.name }, _count: { dataSources: 0 } });
}

export type StoredValues = {
  connectorId: string;
  name: string;
  version: number;
  revision: number;
  values: CredentialValues;
};

/** Opens the active version. Undefined where there is no such credential; throws CannotOpen where it does not open. */
export async function openCredentialValues(workspaceId: string, id: string): Promise<StoredValues | undefined> {
  const row = await (await prisma()).credential.findFirst({
    where: { id, workspaceId },
    select: { connectorId: true, name: true, activeVersion: true, revision: true },
  });
  if (!row) return undefined;
  const { connectorId, name, activeVersion: version, revision } = row;
  const stored = await (await prisma()).credentialVersion.findUnique({
    where: { credentialId_number: { credentialId: id, number: version } },
    omit: { sealed: false },
  });
  if (!stored) return undefined;
  const text = await open(await keyRing(), { workspaceId, credentialId: id, version }, stored);
  return { connectorId, name, version, revision, values: JSON.parse(text) as CredentialValues };
}

/** Writes what a check of the stored version found. A version that was replaced meanwhile keeps its newer result. */
export async function recordCheck(
  { workspaceId, credentialId, actorId, peer }: Change,
  checked: { name: string; version: number; status: VerificationStatus | undefined; outcome: VerificationOutcome },
): Promise<void> {
  const now = new Date();
  const { status, outcome, name, version } = checked;
  await inTransaction(async (tx) => {
    await tx.credential.updateMany({
      where: { id: credentialId, workspaceId, activeVersion: version },
      data: {
        outcome,
        checkedAt: now,
        ...(status === undefined ? {} : { status }),
        ...(status === "VERIFIED" ? { verifiedAt: now } : {}),
      },
    });
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.verified",
      subjectId: credentialId,
      subjectName: name,
      result: outcome,
      peer,
    });
  });
}

/** Seals new, accepted values as the next version and makes it the active one. False where another change came first. */
export async function replaceValues(
  { workspaceId, credentialId, actorId, peer }: Change,
  next: { name: string; revision: number; version: number; values: CredentialValues },
): Promise<boolean> {
  const context = { workspaceId, credentialId, version: next.version + 1 };
  const sealed = await seal(await keyRing(), context, JSON.stringify(next.values));
  const now = new Date();
  return inTransaction(async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { id: credentialId, workspaceId, revision: next.revision, activeVersion: next.version },
      data: {
        activeVersion: context.version,
        revision: { increment: 1 },
        status: "VERIFIED",
        outcome: "accepted",
        checkedAt: now,
        verifiedAt: now,
      },
    });
    if (count === 0) return false;
    await tx.credentialVersion.create({
      data: { credentialId, number: context.version, ...sealed, createdById: actorId },
    });
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.replaced",
      subjectId: credentialId,
      subjectName: next.name,
      fields: Object.keys(next.values),
      result: "accepted",
      peer,
    });
    return true;
  });
}
