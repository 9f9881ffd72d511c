import "server-only";
import { type Actor, personIdOf, personNameOf } from "@/lib/auth/actor";
import { Denied } from "@/lib/auth/permissions";
import { stillAllowed } from "@/lib/auth/still-allowed-repository";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { readPlainValues, shownValues, splitValues } from "@/lib/connectors/plain-values";
import { type CheckResult, checkRow, whoseColumns } from "@/lib/credentials/checks/check-repository";
import { toSchedule } from "@/lib/credentials/checks/health-repository";
import { nextCheckAt } from "@/lib/credentials/checks/next-check-at";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { toCredentialDto } from "@/lib/credentials/credential-row-repository";
import { credentialSearchText } from "@/lib/credentials/list/credential-search-text";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { findOwnRow, stillVersion } from "@/lib/own-connectors/own-connector-repository";
import { bindingOf } from "@/lib/own-connectors/seal-binding";
import { auditInsertion } from "@/lib/platform/audit";
import { prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { changedMeanwhile } from "@/lib/platform/errors";
import { insertTogether } from "@/lib/platform/insert-together";
import { keyRing } from "@/lib/platform/key-ring";
import { log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { CannotOpen, open, type SealingContext, seal } from "@/lib/platform/sealing";
import { secretValues } from "@/lib/platform/secret-values";
import { findSettings } from "@/lib/settings/settings-repository";
import { Prisma } from "@/prisma/generated/client";
import { type NextValues, switchTo } from "./active-version-repository";
import { fingerprintValues } from "./fingerprint-values";

export type NewCredential = {
  id: string;
  connector: AnyConnector;
  name: string;
  nameKey: string;
  lookKey: string;
  description: string;
  rotateBy: Date | null;
  formId: string;
  values: CredentialValues;
  /** Absent where it was not asked about. */
  check: CheckResult | undefined;
};

/** What is stored of values: the secret ones sealed, the plain ones beside them. */
async function sealValues(
  connector: AnyConnector,
  context: Omit<SealingContext, "connectorId">,
  values: CredentialValues,
) {
  const { plain, secret } = splitValues(connector, values);
  const sealed = await seal(
    await keyRing(),
    { ...context, connectorId: connector.id, plainValues: plain, binding: bindingOf(connector) },
    JSON.stringify(secret),
  );
  return { ...sealed, plainValues: plain };
}

/** Still allowed, and of a workspace's own connector: what its values are sealed for is still what is in use. */
function onlyFor(actor: Actor, { id, own }: AnyConnector): Prisma.Sql | undefined {
  const allowed = stillAllowed(actor, "credential:create");
  if (!own || !allowed) return allowed;
  return Prisma.sql`SELECT 1 FROM (${allowed}) AS "allowed", (${stillVersion(actor.workspaceId, id, own.version)}) AS "current"`;
}

/** Throws a refusal where another version of a workspace's own connector took the place of this one. */
async function requireVersion(workspaceId: string, { id, own }: AnyConnector): Promise<void> {
  if (own && (await findOwnRow(workspaceId, id))?.version !== own.version) throw changedMeanwhile("connector");
}

/** The actor's from now on, or of who made the token. Undefined where the name or the form's id is taken. */
export async function insertCredential(actor: Actor, credential: NewCredential): Promise<CredentialDto | undefined> {
  const { values, check, connector, ...columnsOfRow } = credential;
  const { id, name } = columnsOfRow;
  const { workspaceId, userId: actorId, peer } = actor;
  const [stored, settings] = await Promise.all([
    sealValues(connector, { workspaceId, credentialId: id, version: 1 }, values),
    findSettings(workspaceId),
  ]);
  const now = new Date();
  const data = {
    ...columnsOfRow,
    workspaceId,
    connectorId: connector.id,
    ...fingerprintValues(workspaceId, connector, values),
    ownerId: personIdOf(actor),
    status: check?.status ?? ("UNVERIFIED" as const),
    outcome: check?.outcome ?? null,
    checkedAt: check ? now : null,
    verifiedAt: check?.status === "VERIFIED" ? now : null,
    failedAt: null,
    searchText: credentialSearchText(columnsOfRow, shownValues(connector, stored.plainValues)),
    unusedSince: now,
    createdAt: now,
    valuesChangedAt: now,
  };
  const told = whoseColumns(check?.whose);
  const due = nextCheckAt(toSchedule(settings), {
    confirmSoon: false,
    status: data.status,
    ...(check ? { outcome: check.outcome } : {}),
  });
  try {
    const isInserted = await insertTogether(
      [
        { into: "Credential", row: { ...data, nextCheckAt: due, updatedAt: now } },
        {
          into: "CredentialVersion",
          row: { credentialId: id, number: 1, ...stored, ...told, createdById: actorId, createdAt: now },
        },
        ...(check
          ? [
              {
                into: "CredentialCheck" as const,
                row: checkRow({ credentialId: id, at: now, trigger: "save", actorId, ...check }),
              },
            ]
          : []),
        auditInsertion({
          workspaceId,
          actorId,
          action: "credential.created",
          subjectId: id,
          subjectName: name,
          result: check?.outcome ?? "not-checked",
          peer,
        }),
      ],
      onlyFor(actor, connector),
    );
    if (!isInserted) {
      await requireVersion(workspaceId, connector);
      throw new Denied(actor, "credential:create");
    }
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
  const { maxAgeDays } = settings;
  const related = { ownerName: personNameOf(actor), maxAgeDays, plainValues: stored.plainValues, ...told, checks: [] };
  return toCredentialDto({ ...data, sourceCount: 0, revision: 1, activeVersion: 1, ...related });
}

export type StoredValues = {
  connectorId: string;
  /** As it was when they were opened; undefined where this version does not know it. */
  connector: AnyConnector | undefined;
  name: string;
  version: number;
  revision: number;
  fingerprint: string | null;
  /** Undefined where they do not open. */
  values: CredentialValues | undefined;
};

/** All values of a row; undefined where what is sealed does not open beside the plain ones, or is not there. */
async function openRow(
  context: SealingContext,
  row: { sealed: string | null; keyId: string | null; plainValues: unknown } | null,
): Promise<CredentialValues | undefined> {
  try {
    if (!row || row.sealed === null || row.keyId === null) throw new CannotOpen();
    const { sealed, keyId } = row;
    const plainValues = readPlainValues(row.plainValues);
    const text = await open(await keyRing(keyId), { ...context, plainValues }, { sealed, keyId });
    return secretValues({ ...plainValues, ...(JSON.parse(text) as CredentialValues) });
  } catch (error) {
    if (!isOwn(error, CannotOpen)) throw error;
    log.error({ ...context, missingKeyId: error.missingKeyId }, "stored values do not open");
    return undefined;
  }
}

/**
 * Opens the active version, or another one that is still kept: for the connector as it is, or as the caller has it. Undefined where there is no such credential or older
 * version, or it is deleted or destroyed.
 */
export async function openCredentialValues(
  workspaceId: string,
  id: string,
  { number, as }: { number?: number | undefined; as?: AnyConnector } = {},
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
    select: { sealed: true, keyId: true, plainValues: true },
  });
  // The one in use is always there: without it, it cannot be read.
  if (version !== activeVersion && (!stored || stored.sealed === null)) return undefined;
  const connector = as?.id === connectorId ? as : await connectorIn(workspaceId, connectorId);
  const context = { workspaceId, credentialId: id, version, connectorId, binding: connector && bindingOf(connector) };
  const values = await openRow(context, stored);
  return { connectorId, connector, name, version, revision, fingerprint, values };
}

/** Gives values in use that were stored before there were fingerprints, or under another key of theirs, the one of now. */
export async function renewFingerprint(
  workspaceId: string,
  inUse: {
    credentialId: string;
    version: number;
    connector: AnyConnector;
    values: CredentialValues;
    fingerprint: string | null;
  },
): Promise<void> {
  const { credentialId: id, version: activeVersion, connector, values, fingerprint } = inUse;
  const made = fingerprintValues(workspaceId, connector, values);
  if (made.fingerprint === fingerprint) return;
  await (await prisma()).credential.updateMany({ where: { id, workspaceId, activeVersion }, data: made });
}

/** Seals new, accepted values as the next version and makes it the active one. False where another change came first. */
export async function replaceValues(actor: Actor, credentialId: string, next: NextValues): Promise<boolean> {
  const { workspaceId } = actor;
  // After a rollback the active version is not the last one. Whoever stores another meanwhile raises the revision.
  const last = await (await prisma()).credentialVersion.findFirst({
    where: { credentialId, credential: { workspaceId } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  const number = (last?.number ?? 0) + 1;
  const stored = await sealValues(next.connector, { workspaceId, credentialId, version: number }, next.values);
  return switchTo(actor, credentialId, { ...next, number, trigger: "replace", stored });
}
