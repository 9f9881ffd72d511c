import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { notFound } from "@/lib/platform/errors";
import { markBackedUp, markRetired } from "@/lib/platform/known-key-repository";
import type { UnreadableDto } from "./keys-dto";
import { type RotationRow, saveProgress, type Unreadable } from "./rotation-repository";

export type KeyAction =
  | "key.added"
  | "key.backup-confirmed"
  | "key.rotation-started"
  | "key.rotation-finished"
  | "key.retired";

/** Keys belong to the installation, so every workspace reads in its trail what was done with them. */
export async function recordKeyAudit(
  tx: Transaction,
  actor: Pick<Actor, "userId" | "peer">,
  action: KeyAction,
  keyId: string,
  result = "ok",
): Promise<void> {
  const subject = { subjectId: keyId, subjectName: `Key ${keyId.slice(0, 8)}` };
  const workspaces = await tx.workspace.findMany({ select: { id: true } });
  const entry = { actorId: actor.userId, action, ...subject, result, peer: actor.peer };
  await recordAudits(
    tx,
    workspaces.map(({ id: workspaceId }) => ({ workspaceId, ...entry })),
  );
}

/** The end of a run, written down with it. False where another process took the work over. */
export async function finishRotation(rotation: RotationRow, lease: string, left: number): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await saveProgress(tx, rotation, lease, { finished: true }))) return false;
    const job = { userId: "job:rotate-keys", peer: undefined };
    await recordKeyAudit(tx, job, "key.rotation-finished", rotation.keyId, left > 0 ? "incomplete" : "ok");
    return true;
  });
}

export async function auditKey(actor: Actor, action: KeyAction, keyId: string): Promise<void> {
  await inTransaction((tx) => recordKeyAudit(tx, actor, action, keyId));
}

/** How many stored versions each key seals. */
export async function countVersionsByKey(): Promise<Map<string, number>> {
  const rows = await (await prisma()).credentialVersion.groupBy({
    by: ["keyId"],
    where: { destroyedAt: null },
    _count: true,
  });
  return new Map(rows.flatMap(({ keyId, _count }) => (keyId === null ? [] : [[keyId, _count] as const])));
}

/** False where the database does not know the key. */
export async function confirmBackupOf(actor: Actor, id: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const isKnown = await markBackedUp(tx, id);
    if (isKnown) await recordKeyAudit(tx, actor, "key.backup-confirmed", id);
    return isKnown;
  });
}

/**
 * Marks a key as retired unless a version names it. The update waits for saves that are under way, and the count
 * behind it sees them; from then on the database refuses new ones. Returns how many versions stand in the way.
 */
export async function retireKnownKey(actor: Actor, id: string): Promise<number> {
  return inTransaction(async (tx) => {
    // Without its row the database could not refuse it from here on.
    if (!(await markRetired(tx, id, new Date()))) throw notFound("key");
    const inUse = await tx.credentialVersion.count({ where: { keyId: id } });
    if (inUse > 0) await markRetired(tx, id, null);
    else await recordKeyAudit(tx, actor, "key.retired", id);
    return inUse;
  });
}

/** The names of those that are in a workspace, or in any where none is named; those gone meanwhile are left out. */
export async function nameUnreadable(rows: Unreadable[], workspaceId: string | undefined): Promise<UnreadableDto[]> {
  const client = await prisma();
  const credentials = await client.credential.findMany({
    where: {
      id: { in: rows.slice(0, 1000).map(({ credentialId }) => credentialId) },
      ...(workspaceId === undefined ? {} : { workspaceId }),
    },
    select: { id: true, name: true, versions: { select: { number: true, keyId: true } } },
  });
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return rows.flatMap(({ credentialId, number, keyId }) => {
    const found = byId.get(credentialId);
    const isThere = found?.versions.some((version) => version.number === number && version.keyId === keyId);
    return found && isThere ? [{ credentialId, name: found.name, version: number, keyId }] : [];
  });
}
