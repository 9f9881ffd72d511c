import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { shownValues } from "@/lib/connectors/plain-values";
import { type CheckResult, insertCheck, whoseColumns } from "@/lib/credentials/checks/check-repository";
import { scheduleOf } from "@/lib/credentials/checks/health-repository";
import { nextCheckAt } from "@/lib/credentials/checks/next-check-at";
import { credentialSearchText } from "@/lib/credentials/list/credential-search-text";
import { isRotationMet } from "@/lib/credentials/rotation/is-rotation-met";
import { recordNotice } from "@/lib/notices/notice-repository";
import { holdsVersion } from "@/lib/own-connectors/holds-version-repository";
import { recordAudit } from "@/lib/platform/audit";
import type { Credential } from "@/prisma/generated/client";
import { fingerprintValues } from "./fingerprint-values";

/** Values that the provider accepted, to be used from now on. */
export type NextValues = {
  connector: AnyConnector;
  /** The state of the credential that was seen. */
  revision: number;
  values: CredentialValues;
  check: CheckResult;
};

type Switch = NextValues & {
  number: number;
  trigger: "replace" | "rollback";
  /** What is stored of the values; absent where they are stored already. */
  stored?: { sealed: string; keyId: string; plainValues: CredentialValues };
};

type Locked = Pick<Credential, "name" | "description" | "failedAt" | "activeVersion" | "revision" | "rotateBy">;

/** Makes a version the active one, and all that follows from it, or nothing. False where another change came first. */
export async function switchTo(actor: Actor, credentialId: string, next: Switch): Promise<boolean> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { connector, number, trigger, stored, values, check } = next;
  return inTransactionOf(actor, `credential:${trigger}`, async (tx) => {
    if (!(await holdsVersion(tx, workspaceId, connector))) return false;
    const [before] = await tx.$queryRaw<Locked[]>`
      SELECT "name", "description", "failedAt", "activeVersion", "revision", "rotateBy" FROM "Credential"
      WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL FOR UPDATE`;
    if (before?.revision !== next.revision) return false;
    const at = new Date();
    if (stored) {
      await tx.credentialVersion.create({
        data: { credentialId, number, ...stored, ...whoseColumns(check.whose), createdById: actorId, createdAt: at },
        select: { number: true },
      });
    } else {
      const where = { credentialId, number, destroyedAt: null };
      const told = check.whose ? whoseColumns(check.whose) : {};
      const { count } = await tx.credentialVersion.updateMany({ where, data: { replacedAt: null, ...told } });
      if (count === 0) return false;
    }
    await tx.credentialVersion.updateMany({
      where: { credentialId, number: before.activeVersion },
      data: { replacedAt: at },
    });
    const schedule = await scheduleOf(tx, workspaceId);
    const isMet = isRotationMet(before.rotateBy, at);
    await tx.credential.update({
      where: { id: credentialId, workspaceId },
      data: {
        activeVersion: number,
        searchText: credentialSearchText(before, shownValues(connector, values)),
        valuesChangedAt: at,
        ...(isMet ? { rotateBy: null } : {}),
        reminded: "NOT_YET",
        ...fingerprintValues(workspaceId, connector, values),
        revision: { increment: 1 },
        status: check.status,
        outcome: check.outcome,
        checkedAt: at,
        ...(check.status === "VERIFIED" ? { verifiedAt: at } : {}),
        refusedAt: null,
        failedAt: null,
        checkLease: null,
        nextCheckAt: nextCheckAt(schedule, { confirmSoon: false, ...check }),
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

/** Makes older, accepted values the active ones. False where another change came first, or they were destroyed. */
export async function rollBackValues(
  actor: Actor,
  credentialId: string,
  next: NextValues & { number: number },
): Promise<boolean> {
  return switchTo(actor, credentialId, { ...next, trigger: "rollback" });
}
