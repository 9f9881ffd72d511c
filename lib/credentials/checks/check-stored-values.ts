import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteRefused, noteSubject, noteWritten } from "@/lib/auth/attempt";
import { authorize, type Operation } from "@/lib/auth/permissions";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { hostAsked } from "@/lib/checks/host-asked";
import { requireRoomForSchedule } from "@/lib/checks/request-budget";
import { unreadable } from "@/lib/checks/unreadable";
import type { CheckTrigger, VerificationResult } from "@/lib/checks/verification-dto";
import { verifyValues } from "@/lib/checks/verify-values";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { openCredentialValues, renewFingerprint } from "@/lib/credentials/values/credential-values-repository";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { recordCheck } from "./health-repository";

type StoredTrigger = Exclude<CheckTrigger, "save" | "replace">;

/** Which right a check of stored values needs. Members may not verify, but a source of theirs checks what it is to use. */
export const CHECK_RIGHTS: Record<StoredTrigger, Operation> = {
  member: "credential:verify",
  schedule: "credential:verify",
  "data-source": "credential:select",
  move: "credential:move",
  rollback: "credential:rollback",
};

export type StoredCheck = {
  credentialId: unknown;
  trigger: StoredTrigger;
  /** Of the version to roll back to; else it is the one in use. */
  number?: number | undefined;
  /** Of the worker that leased the check. */
  lease?: string;
  /** Cancels the check; a cancelled one is not recorded. */
  signal?: AbortSignal | undefined;
};

type Opened = {
  credentialId: string;
  name: string;
  connector: AnyConnector;
  version: number;
  values: CredentialValues | undefined;
  fingerprint: string | null;
};

/** Throws a refusal where there is no such credential or version. */
export async function openStored(actor: Actor, { credentialId: id, trigger, number }: StoredCheck): Promise<Opened> {
  authorize(actor, CHECK_RIGHTS[trigger]);
  const credentialId = recordId.safeParse(id).data;
  const stored =
    credentialId === undefined ? undefined : await openCredentialValues(actor.workspaceId, credentialId, { number });
  const connector = stored?.connector;
  if (credentialId === undefined || !connector) throw notFound(number === undefined ? "credential" : "version");
  noteSubject(actor, { id: credentialId, name: stored.name });
  const { name, version, values, fingerprint } = stored;
  return { credentialId, name, connector, version, values, fingerprint };
}

/** A cancelled check found nothing out, and one of an older version says nothing about the credential as it is. */
async function writeDown(
  actor: Actor,
  { credentialId, version, connector }: Opened,
  { trigger, lease }: StoredCheck,
  verification: VerificationResult,
): Promise<void> {
  if (verification.outcome === "cancelled" || trigger === "rollback") return;
  const operation = CHECK_RIGHTS[trigger];
  const leased = lease === undefined ? {} : { lease };
  await recordCheck(actor, { credentialId, operation, version, verification, connector, trigger, ...leased });
  // Such a check is an event itself; what a check is made for has one of its own where it stops here.
  if (operation === "credential:verify") noteWritten(actor);
}

/**
 * Asks the provider about stored values, and writes down what it says of the credential. Where the provider could not
 * be asked, the status stays as it was: an outage says nothing about the values. Those that do not open are written down
 * as such, without asking.
 */
export async function checkStoredValues(
  actor: Actor,
  check: StoredCheck,
): Promise<{ credentialId: string; version: number; verification: VerificationResult }> {
  const opened = await openStored(actor, check);
  const { credentialId, connector, version, values } = opened;
  // Behind the opening, which takes nothing of the provider's.
  const host = values && check.trigger === "schedule" ? hostAsked(connector, values) : undefined;
  if (host !== undefined) await requireRoomForSchedule(connector, host);
  if (values && check.trigger !== "rollback") await renewFingerprint(actor.workspaceId, { ...opened, values });
  const verification = values
    ? await withinCheckLimits(actor, () => verifyValues(actor, connector, values, check.signal))
    : unreadable(connector);
  if (!values) noteRefused(actor, verification.outcome, connector);
  await writeDown(actor, opened, check, verification);
  return { credentialId, version, verification };
}

/** What was accepted before is used without asking again, but it must open. Where it does not, what is said of it. */
export async function findUnreadable(actor: Actor, check: StoredCheck): Promise<VerificationResult | undefined> {
  const opened = await openStored(actor, check);
  if (opened.values) return undefined;
  const verification = unreadable(opened.connector);
  noteRefused(actor, verification.outcome, opened.connector);
  await writeDown(actor, opened, check, verification);
  return verification;
}
