import "server-only";
import type { VerificationOutcome, VerificationStatus } from "@/lib/checks/verification-dto";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { findConnector } from "@/lib/connectors/registry";
import { recordNotice } from "@/lib/notices/notice-repository";
import { auditRow, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { insertTogether } from "@/lib/platform/insert-together";
import { keyRing } from "@/lib/platform/key-ring";
import { open, seal } from "@/lib/platform/sealing";
import { findSettings } from "@/lib/settings/settings-repository";
import { checkRow, insertCheck } from "./check-repository";
import type { CredentialDto } from "./credential-dto";
import { type Change, toCredentialDto } from "./credential-repository";
import { fingerprintValues } from "./fingerprint-values";
import { scheduleOf, toSchedule } from "./health-repository";
import { isRotationMet } from "./is-rotation-met";
import { nextCheckAt } from "./next-check-at";
import { searchText } from "./search-words";

export type NewCredential = {
  id: string;
  workspaceId: string;
  connector: Connector;
  name: string;
  nameKey: string;
  description: string;
  rotateBy: Date | null;
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
  const { values, check, owner, connector, ...columnsOfRow } = credential;
  const { id, workspaceId, name } = columnsOfRow;
  const [sealed, settings] = await Promise.all([
    seal(await keyRing(), { workspaceId, credentialId: id, version: 1 }, JSON.stringify(values)),
    findSettings(workspaceId),
  ]);
  const now = new Date();
  const data = {
    ...columnsOfRow,
    connectorId: connector.id,
    ...fingerprintValues(workspaceId, connector, values),
    ownerId: owner.id,
    status: check?.status ?? ("UNVERIFIED" as const),
    outcome: check?.outcome ?? null,
    checkedAt: check ? now : null,
    verifiedAt: check?.status === "VERIFIED" ? now : null,
    failedAt: null,
    searchText: searchText(columnsOfRow),
    unusedSince: now,
    createdAt: now,
    valuesChangedAt: now,
  };
  const due = nextCheckAt(toSchedule(settings), { confirmSoon: false, status: data.status });
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
  const related = { workspace: { settings }, owner: { name: owner.name }, _count: { dataSources: 0 } };
  return toCredentialDto({ ...data, revision: 1, ...related });
}

export type StoredValues = {
  connectorId: string;
  name: string;
  version: number;
  revision: number;
  values: CredentialValues;
};

/**
 * Opens the active version, or another one that is still kept. Undefined where there is no such credential or version,
 * or it is deleted or destroyed; throws CannotOpen where it does not open.
 */
export async function openCredentialValues(
  workspaceId: string,
  id: string,
  number?: number,
): Promise<StoredValues | undefined> {
  const client = await prisma();
  const row = await client.credential.findFirst({
    where: { id, workspaceId, deletedAt: null },
    select: { connectorId: true, name: true, activeVersion: true, revision: true, fingerprint: true },
  });
  if (!row) return undefined;
  const { connectorId, name, activeVersion, revision, fingerprint } = row;
  const version = number ?? activeVersion;
  const stored = await client.credentialVersion.findUnique({
    where: { credentialId_number: { credentialId: id, number: version } },
    select: { sealed: true, keyId: true },
  });
  if (!stored || stored.sealed === null || stored.keyId === null) return undefined;
  const { sealed, keyId } = stored;
  const text = await open(await keyRing(keyId), { workspaceId, credentialId: id, version }, { sealed, keyId });
  const values = JSON.parse(text) as CredentialValues;
  const connector = findConnector(connectorId);
  const made = connector && version === activeVersion ? fingerprintValues(workspaceId, connector, values) : undefined;
  // Stored before there were fingerprints, or under another key of theirs.
  if (made && made.fingerprint !== fingerprint) {
    await client.credential.updateMany({ where: { id, activeVersion }, data: made });
  }
  return { connectorId, name, version, revision, values };
}

type Next = {
  connector: Connector;
  /** The state of the credential that was seen. */
  revision: number;
  values: CredentialValues;
  check: Check;
};

type Switch = Next & {
  number: number;
  trigger: "replace" | "rollback";
  /** Sealed values to store; absent where they are stored. */
  stored?: { sealed: string; keyId: string };
};

type Locked = {
  name: string;
  failedAt: Date | null;
  activeVersion: number;
  revision: number;
  rotateBy: Date | null;
};

/** Makes a version the active one, and all that follows from it, or nothing. */
async function switchTo({ workspaceId, credentialId, actorId, peer }: Change, next: Switch): Promise<boolean> {
  const { connector, number, trigger, stored, values, check } = next;
  return inTransaction(async (tx) => {
    const [before] = await tx.$queryRaw<Locked[]>`
      SELECT "name", "failedAt", "activeVersion", "revision", "rotateBy" FROM "Credential"
      WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL FOR UPDATE`;
    if (before?.revision !== next.revision) return false;
    const at = new Date();
    if (stored) {
      await tx.credentialVersion.create({
        data: { credentialId, number, ...stored, createdById: actorId, createdAt: at },
        select: { number: true },
      });
    } else {
      const where = { credentialId, number, destroyedAt: null };
      const { count } = await tx.credentialVersion.updateMany({ where, data: { replacedAt: null } });
      if (count === 0) return false;
    }
    await tx.credentialVersion.updateMany({
      where: { credentialId, number: before.activeVersion },
      data: { replacedAt: at },
    });
    const schedule = await scheduleOf(tx, workspaceId);
    const isMet = isRotationMet(before.rotateBy, at);
    await tx.credential.update({
      where: { id: credentialId },
      data: {
        activeVersion: number,
        valuesChangedAt: at,
        ...(isMet ? { rotateBy: null } : {}),
        reminded: "NOT_YET",
        ...fingerprintValues(workspaceId, connector, values),
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
      select: { id: true },
    });
    await insertCheck(tx, { credentialId, at, trigger, actorId, ...check });
    if (before.failedAt) {
      const subject = { credentialId, credentialName: before.name, connectorId: connector.id };
      await recordNotice(tx, { workspaceId, kind: "credential.recovered", ...subject, wasVerified: true });
    }
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: stored ? "credential.replaced" : "credential.rolled-back",
      subjectId: credentialId,
      subjectName: before.name,
      fields: [...Object.keys(values), ...(isMet ? ["rotateBy"] : [])],
      result: check.outcome,
      peer,
    });
    return true;
  });
}

/** Seals new, accepted values as the next version and makes it the active one. False where another change came first. */
export async function replaceValues(change: Change, next: Next): Promise<boolean> {
  const { workspaceId, credentialId } = change;
  // After a rollback the active version is not the last one. Whoever stores another meanwhile raises the revision.
  const last = await (await prisma()).credentialVersion.findFirst({
    where: { credentialId, credential: { workspaceId } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  const number = (last?.number ?? 0) + 1;
  const stored = await seal(
    await keyRing(),
    { workspaceId, credentialId, version: number },
    JSON.stringify(next.values),
  );
  return switchTo(change, { ...next, number, trigger: "replace", stored });
}

/** Makes older, accepted values the active ones. False where another change came first, or they were destroyed. */
export async function rollBackValues(change: Change, next: Next & { number: number }): Promise<boolean> {
  return switchTo(change, { ...next, trigger: "rollback" });
}
