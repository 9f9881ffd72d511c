import "server-only";
import { readPlainValues } from "@/lib/connectors/plain-values";
import { checkUnreadableSoon } from "@/lib/credentials/checks/health-repository";
import { type Resealed, storeResealed } from "@/lib/credentials/values/version-repository";
import { bindingOfText } from "@/lib/own-connectors/seal-binding";
import { inTransaction, prisma } from "@/lib/platform/database";
import { keyRing } from "@/lib/platform/key-ring";
import type { KeyRing } from "@/lib/platform/keys";
import { isOwn } from "@/lib/platform/own-error";
import { CannotOpen, open, seal } from "@/lib/platform/sealing";
import type { KeyRotation } from "@/prisma/generated/client";
import { saveProgress, type Unreadable, unreadableOf } from "./rotation-repository";

/** Versions in one statement. Small enough that a save waits for a few milliseconds on the embedded database. */
const BATCH = 100;

type Stored = {
  credentialId: string;
  number: number;
  sealed: string;
  keyId: string;
  plainValues: unknown;
  workspaceId: string;
  connectorId: string;
  /** Of a workspace's own connector, as it is: read with the row, so that neither is newer than the other. */
  definition: string | null;
};

async function page({ keyId, afterId, afterNumber }: KeyRotation): Promise<Stored[]> {
  return (await prisma()).$queryRaw<Stored[]>`
    SELECT v."credentialId", v."number", v."sealed", v."keyId", v."plainValues", c."workspaceId", c."connectorId",
      d."definition"
    FROM "CredentialVersion" v JOIN "Credential" c ON c."id" = v."credentialId"
    LEFT JOIN "OwnConnector" o ON o."id" = c."connectorId" AND o."workspaceId" = c."workspaceId"
    LEFT JOIN "OwnConnectorVersion" d
      ON d."connectorId" = o."id" AND d."workspaceId" = o."workspaceId" AND d."number" = o."version"
    WHERE v."keyId" <> ${keyId} AND (v."credentialId", v."number") > (${afterId}, ${afterNumber})
    ORDER BY v."credentialId", v."number" LIMIT ${BATCH}`;
}

/** Opens a version and seals it again with a new data key. What was made is opened before it may replace anything. */
async function reseal(ring: KeyRing, row: Stored): Promise<Resealed | Unreadable> {
  const { credentialId, number, workspaceId, connectorId, sealed: before, keyId } = row;
  const plainValues = readPlainValues(row.plainValues);
  const binding = row.definition === null ? undefined : bindingOfText(row.definition);
  const context = { workspaceId, credentialId, version: number, connectorId, plainValues, binding };
  let text: string;
  try {
    text = await open(ring, context, row);
  } catch (error) {
    if (isOwn(error, CannotOpen)) return { credentialId, number, keyId };
    throw error;
  }
  const made = await seal(ring, context, text);
  if ((await open(ring, context, made)) !== text) throw new Error("A value that was sealed again opens differently.");
  return { credentialId, number, before, after: made.sealed };
}

/** The ring with the key of a run as the active one. Undefined where this process does not have that key. */
export async function ringTowards(keyId: string): Promise<KeyRing | undefined> {
  const ring = await keyRing(keyId);
  const active = ring.byId.get(keyId);
  return active && { ...ring, active };
}

/** Versions under other keys than this one. */
export async function countOthers(keyId: string): Promise<number> {
  return (await prisma()).credentialVersion.count({ where: { keyId: { not: keyId } } });
}

/** What became of one batch: "lost" where another process has the run now, "end" behind the last row. */
export type BatchResult = "done" | "end" | "lost";

/**
 * Seals the next versions again and writes down how far it came, in one transaction. A version that changed since it
 * was read is left as it is: the save, or the other instance, was first.
 */
export async function resealBatch(ring: KeyRing, rotation: KeyRotation, lease: string): Promise<BatchResult> {
  const started = performance.now();
  const rows = await page(rotation);
  const last = rows.at(-1);
  if (!last) return "end";
  const results = await Promise.all(rows.map((row) => reseal(ring, row)));
  const made = results.filter((result): result is Resealed => "after" in result);
  const unreadable = results.filter((result): result is Unreadable => "keyId" in result);
  const kept = await inTransaction(async (tx) => {
    const count = await storeResealed(tx, rotation.keyId, made);
    const known = new Set(unreadableOf(rotation).map(({ credentialId, number }) => `${credentialId} ${number}`));
    const fresh = unreadable.filter(({ credentialId, number }) => !known.has(`${credentialId} ${number}`));
    const isMine = await saveProgress(tx, rotation, lease, {
      resealed: rotation.resealed + count,
      workedMs: rotation.workedMs + Math.max(1, Math.round(performance.now() - started)),
      unreadable: [...unreadableOf(rotation), ...fresh],
      afterId: last.credentialId,
      afterNumber: last.number,
    });
    if (!isMine) throw new LostRotation();
    if (unreadable.length > 0) await checkUnreadableSoon(tx, unreadable);
    return true;
  }).catch((error: unknown) => {
    if (isOwn(error, LostRotation)) return false;
    throw error;
  });
  return kept ? "done" : "lost";
}

/** Rolls the batch back: whoever has the run now does it again. */
class LostRotation extends Error {
  static readonly kind: string = "LostRotation";
  override readonly name = "LostRotation";
}
