import "server-only";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import type { KeyRotation } from "@/prisma/generated/client";
import type { KeyRotationDto } from "./keys-dto";

/** How long a process that does not say anything keeps the work, in milliseconds. */
const LEASE_MS = 15_000;

/** A version that does not open. */
export type Unreadable = { credentialId: string; number: number; keyId: string };

export type RotationRow = KeyRotation;

export const unreadableOf = (row: KeyRotation): Unreadable[] => row.unreadable as Unreadable[];

export function toKeyRotationDto(row: KeyRotation): KeyRotationDto {
  return {
    id: row.id,
    keyId: row.keyId,
    isRunning: row.running !== null,
    startedAt: row.startedAt.toISOString(),
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt.toISOString() }),
    total: row.total,
    resealed: row.resealed,
    rate: row.workedMs === 0 ? 0 : Math.round((row.resealed * 1000) / row.workedMs),
    unreadable: unreadableOf(row).length,
  };
}

export async function findRunningRotation(): Promise<KeyRotation | undefined> {
  return (await (await prisma()).keyRotation.findUnique({ where: { running: "running" } })) ?? undefined;
}

export async function findRotation(id: string): Promise<KeyRotation | undefined> {
  return (await (await prisma()).keyRotation.findUnique({ where: { id } })) ?? undefined;
}

export async function findLastRotation(): Promise<KeyRotation | undefined> {
  return (await (await prisma()).keyRotation.findFirst({ orderBy: { startedAt: "desc" } })) ?? undefined;
}

/** Starts a run towards a key, or joins the one that is going on, turned towards that key. */
export async function beginRotation(
  keyId: string,
  startedById: string,
  audit: (tx: Transaction) => Promise<void>,
): Promise<KeyRotation> {
  const total = await (await prisma()).credentialVersion.count({ where: { keyId: { not: keyId } } });
  const now = new Date();
  try {
    return await inTransaction(async (tx) => {
      const going = await tx.keyRotation.findUnique({ where: { running: "running" } });
      if (going?.keyId === keyId) return going;
      const fresh = { keyId, startedById, startedAt: now, updatedAt: now, total };
      const reset = { resealed: 0, workedMs: 0, unreadable: [], afterId: "", afterNumber: 0 };
      const begun = going
        ? await tx.keyRotation.update({ where: { id: going.id }, data: { ...fresh, ...reset } })
        : await tx.keyRotation.create({ data: { id: randomId(), running: "running", ...fresh } });
      // Last: the ends of the trails are locked no longer than it takes to commit.
      await audit(tx);
      return begun;
    });
  } catch (error) {
    // Another one began it in this moment.
    const going = isUniqueViolation(error) ? await findRunningRotation() : undefined;
    if (going) return going;
    throw error;
  }
}

/** Takes the work on a run, unless another process is at it. */
export async function leaseRotation(id: string, lease: string): Promise<KeyRotation | undefined> {
  const client = await prisma();
  const now = new Date();
  const { count } = await client.keyRotation.updateMany({
    where: { id, running: "running", OR: [{ lease: null }, { lease }, { leaseUntil: { lt: now } }] },
    data: { lease, leaseUntil: new Date(now.getTime() + LEASE_MS) },
  });
  return count === 0 ? undefined : findRotation(id);
}

export async function releaseRotation(id: string, lease: string): Promise<void> {
  const client = await prisma();
  await client.keyRotation.updateMany({ where: { id, lease }, data: { lease: null, leaseUntil: null } });
}

export type Progress = Partial<Pick<KeyRotation, "resealed" | "workedMs" | "afterId" | "afterNumber">> & {
  unreadable?: Unreadable[];
  finished?: true;
};

/** Writes down how far the holder of the lease is. False where another process took the work over. */
export async function saveProgress(
  tx: Pick<Transaction, "keyRotation"> | undefined,
  { id, keyId }: Pick<KeyRotation, "id" | "keyId">,
  lease: string,
  { finished, ...progress }: Progress,
): Promise<boolean> {
  const now = new Date();
  const { count } = await (tx ?? (await prisma())).keyRotation.updateMany({
    // The key too: a run that was turned towards another one begins anew.
    where: { id, keyId, lease, running: "running" },
    data: {
      ...progress,
      updatedAt: now,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      ...(finished ? { running: null, finishedAt: now, lease: null, leaseUntil: null } : {}),
    },
  });
  return count === 1;
}
