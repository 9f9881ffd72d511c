import "server-only";
import type { VerificationOutcome, VerificationStatus } from "@/lib/checks/verification-dto";
import type { CredentialValues } from "@/lib/connectors/connector";
import { recordNotice } from "@/lib/notices/notice-repository";
import { auditRow, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { insertTogether } from "@/lib/platform/insert-together";
import { keyRing } from "@/lib/platform/key-ring";
import { open, seal } from "@/lib/platform/sealing";
import { checkRow, insertCheck } from "./check-repository";
import type { CredentialDto } from "./credential-dto";
import { type Change, toCredentialDto } from "./credential-repository";
import { scheduleOf } from "./health-repository";
import { nextCheckAt } from "./next-check-at";

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
  /** Absent where it was not asked about. */
  check: Check | undefined;
};

type Check = { status: VerificationStatus; outcome: VerificationOutcome; durationMs: number };

/** Undefined where the name or the form's id is taken. */
export async function insertCredential(
  credential: NewCredential,
  peer: string | undefined,
): Promise<CredentialDto | undefined> {
  const { values, check, owner, ...columnsOfRow } = credential;
  const { id, workspaceId, name } = columnsOfRow;
  const [sealed, schedule] = await Promise.all([
    seal(await keyRing(), { workspaceId, credentialId: id, version: 1 }, JSON.stringify(values)),
    scheduleOf(await prisma(), workspaceId),
  ]);
  const now = new Date();
  const data = {
    ...columnsOfRow,
    ownerId: owner.id,
    status: check?.status ?? ("UNVERIFIED" as const),
    outcome: check?.outcome ?? null,
    checkedAt: check ? now : null,
    verifiedAt: check?.status === "VERIFIED" ? now : null,
    failedAt: null,
    createdAt: now,
  };
  const due = nextCheckAt(schedule, { confirmSoon: false, status: data.status });
  try {
    await insertTogether(
      { into: "Credential", row: { ...data, nextCheckAt: due, updatedAt: now } },
      {
        into: "CredentialVersion",
        row: { credentialId: id, number: 1, ...sealed, createdById: owner.id, createdAt: now },
      },
      ...(check
        ? [
            {
              into: "CredentialCheck" as const,
              row: checkRow({ credentialId: id, at: now, trigger: "save", actorId: owner.id, ...check }),
            },
          ]
        : []),
      {
        into: "AuditEvent",
        row: auditRow({
          workspaceId,
          actorId: owner.id,
          action: "credential.created",
          subjectId: id,
          subjectName: name,
          result: check?.outcome ?? "not-checked",
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
  const text = await open(await keyRing(stored.keyId), { workspaceId, credentialId: id, version }, stored);
  return { connectorId, name, version, revision, values: JSON.parse(text) as CredentialValues };
}

/** Seals new, accepted values as the next version and makes it the active one. False where another change came first. */
export async function replaceValues(
  { workspaceId, credentialId, actorId, peer }: Change,
  next: {
    name: string;
    connectorId: string;
    revision: number;
    version: number;
    values: CredentialValues;
    check: Check;
  },
): Promise<boolean> {
  const context = { workspaceId, credentialId, version: next.version + 1 };
  const sealed = await seal(await keyRing(), context, JSON.stringify(next.values));
  const at = new Date();
  const { name: credentialName, connectorId, check } = next;
  return inTransaction(async (tx) => {
    const before = await tx.credential.findFirst({
      where: { id: credentialId, workspaceId },
      select: { failedAt: true },
    });
    const schedule = await scheduleOf(tx, workspaceId);
    const { count } = await tx.credential.updateMany({
      where: { id: credentialId, workspaceId, revision: next.revision, activeVersion: next.version },
      data: {
        activeVersion: context.version,
        revision: { increment: 1 },
        status: check.status,
        outcome: check.outcome,
        checkedAt: at,
        verifiedAt: at,
        refusedAt: null,
        failedAt: null,
        checkLease: null,
        nextCheckAt: nextCheckAt(schedule, { confirmSoon: false, status: check.status }),
      },
    });
    if (count === 0) return false;
    await tx.credentialVersion.create({
      data: { credentialId, number: context.version, ...sealed, createdById: actorId },
    });
    await insertCheck(tx, { credentialId, at, trigger: "replace", actorId, ...check });
    if (before?.failedAt) {
      const kind = "credential.recovered";
      await recordNotice(tx, { workspaceId, kind, credentialId, credentialName, connectorId, wasVerified: true });
    }
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.replaced",
      subjectId: credentialId,
      subjectName: credentialName,
      fields: Object.keys(next.values),
      result: check.outcome,
      peer,
    });
    return true;
  });
}
