import "server-only";
import { prisma, type Transaction } from "./database";
import { KeyRingUnusable } from "./key-ring-unusable";
import type { KeyRing, SealingKey } from "./keys";
import { open, seal } from "./sealing";

/** A canary belongs to no workspace and has the number 0, which no version has: it never opens in a row's place. */
const contextOf = (keyId: string) => ({
  workspaceId: "",
  credentialId: `canary ${keyId}`,
  version: 0,
  connectorId: "",
});
const CANARY = "this key and this database belong together";

const ringOf = (key: SealingKey): KeyRing => ({ active: key, byId: new Map([[key.id, key]]), source: "" });

export type Canary = { id: string; canary: string };

/** Whether the key opens the canary that was stored under its id. */
export async function opensCanary(key: SealingKey, sealed: string): Promise<boolean> {
  return open(ringOf(key), contextOf(key.id), { sealed, keyId: key.id }).then(
    (text) => text === CANARY,
    () => false,
  );
}

/** The ids of the keys that sealed what is stored. */
export async function storedKeyIds(): Promise<string[]> {
  const rows = await (await prisma()).credentialVersion.groupBy({ by: ["keyId"], orderBy: { keyId: "asc" } });
  // A destroyed version has none.
  return rows.flatMap(({ keyId }) => keyId ?? []);
}

/** The sealing keys that this database knows. */
export async function findKnownKeys() {
  return (await prisma()).knownKey.findMany({ where: { purpose: "sealing" }, orderBy: { createdAt: "asc" } });
}

/**
 * Writes down keys that are seen for the first time, each with its canary, and holds the canaries of the others against
 * them. Throws KeyRingUnusable where one does not open, or where the active key was retired.
 * @param inUse ids of the keys that stored values name
 */
export async function registerKeys(ring: KeyRing, inUse: readonly string[]): Promise<void> {
  const known = new Map((await findKnownKeys()).map((row) => [row.id, row]));
  if (known.get(ring.active.id)?.retiredAt) {
    throw new KeyRingUnusable(`key ${ring.active.id} was retired; it is the first in ${ring.source}. Use another one.`);
  }
  for (const key of ring.byId.values()) {
    const row = known.get(key.id);
    if (row?.canary && !(await opensCanary(key, row.canary))) {
      throw new KeyRingUnusable(`key ${key.id} does not open its canary: this database was changed by other means.`);
    }
  }
  const client = await prisma();
  const now = new Date();
  for (const key of ring.byId.values()) {
    const isActive = key.id === ring.active.id;
    const wasActive = isActive || inUse.includes(key.id);
    if (!known.has(key.id)) {
      const { sealed } = await seal(ringOf(key), contextOf(key.id), CANARY);
      const activatedAt = wasActive ? now : null;
      const data = { id: key.id, purpose: "sealing", source: ring.source, canary: sealed, createdAt: now, activatedAt };
      await client.knownKey.createMany({ data, skipDuplicates: true });
    } else if (isActive && !known.get(key.id)?.activatedAt) {
      await client.knownKey.updateMany({ where: { id: key.id, activatedAt: null }, data: { activatedAt: now } });
    }
  }
}

/** False where the database does not know the key. */
export async function markBackedUp(tx: Transaction, id: string): Promise<boolean> {
  const where = { id, purpose: "sealing" };
  return (await tx.knownKey.updateMany({ where, data: { backupConfirmedAt: new Date() } })).count > 0;
}

/** From then on the database refuses rows that name the key; null takes that back. False where it is not known. */
export async function markRetired(tx: Transaction, id: string, retiredAt: Date | null): Promise<boolean> {
  return (await tx.knownKey.updateMany({ where: { id }, data: { retiredAt } })).count > 0;
}

/**
 * Writes down which key serves a purpose that has one key only. Returns the id of the one that did before, where it is
 * another one; where two instances differ, each start finds the other's.
 */
export async function registerOnlyKey(purpose: string, id: string, source: string): Promise<string | undefined> {
  const client = await prisma();
  const before = await client.knownKey.findFirst({ where: { purpose, retiredAt: null }, select: { id: true } });
  if (before?.id === id) return undefined;
  const now = new Date();
  await client.$transaction([
    client.knownKey.updateMany({ where: { purpose, retiredAt: null }, data: { retiredAt: now } }),
    client.knownKey.upsert({
      where: { id },
      create: { id, purpose, source, createdAt: now, activatedAt: now },
      update: { source, activatedAt: now, retiredAt: null },
      select: { id: true },
    }),
  ]);
  return before?.id;
}
