import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import { findCredentialPage } from "@/lib/credentials/list/credential-list-repository";
import { lockCredentials, mayBeReadWith } from "@/lib/credentials/use-repository";
import { recordAudits } from "@/lib/platform/audit";
import { prisma } from "@/lib/platform/database";
import { MOVED_AT_A_TIME, type MovePreviewDto } from "./data-source-dto";
import { countUse } from "./use-repository";

const TARGETS = 50;

/** What uses a credential, and what could take its place: the first by name, or of those that a search finds. */
export async function findMovePreview(
  workspaceId: string,
  { credentialId, connectorId, q }: { credentialId: string; connectorId: string; q?: string | undefined },
): Promise<MovePreviewDto> {
  const client = await prisma();
  const [sources, { credentials, after }] = await Promise.all([
    client.dataSource.findMany({
      where: { workspaceId, credentialId },
      select: { id: true, name: true, endpointId: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOVED_AT_A_TIME,
    }),
    findCredentialPage(workspaceId, { connectorId, sort: "name", ...(q ? { q } : {}) }, TARGETS),
  ]);
  const others = credentials.filter(({ id }) => id !== credentialId);
  const targets = others.map(({ id, name, status }) => ({ id, name, status }));
  return { sources, targets, hasMoreTargets: after !== undefined };
}

type Move = { fromId: string; targetId: string; sourceIds: string[] };

/** How many were moved and how many still use the first; or what stood in the way of all of them. */
export type Moved =
  | { count: number; left: number }
  /** One of the two credentials is deleted, or the target was found refused. */
  | "credential-changed"
  /** Those that use something else by now, and those that are gone. */
  | { elsewhere: { id: string; name: string }[]; goneIds: string[] };

/** The first that use a credential, as a move takes them. */
export async function listMovableIds(workspaceId: string, credentialId: string): Promise<string[]> {
  const found = await (await prisma()).dataSource.findMany({
    where: { workspaceId, credentialId },
    select: { id: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOVED_AT_A_TIME,
  });
  return found.map(({ id }) => id);
}

/** Moves exactly these sources, all or none. */
export async function moveDataSourceRows(actor: Actor, { fromId, targetId, sourceIds }: Move): Promise<Moved> {
  const { workspaceId, userId: actorId, peer } = actor;
  return inTransactionOf(actor, "credential:move", async (tx) => {
    const locked = await lockCredentials(tx, workspaceId, [fromId, targetId]);
    const target = locked.find(({ id }) => id === targetId);
    if (locked.length !== 2 || !target || !mayBeReadWith(target)) return "credential-changed";
    const where = { id: { in: sourceIds }, workspaceId };
    const found = await tx.dataSource.findMany({ where, select: { id: true, name: true, credentialId: true } });
    const sources = found.filter(({ credentialId }) => credentialId === fromId);
    if (sources.length !== sourceIds.length) {
      const elsewhere = found.flatMap(({ id, name, credentialId }) => (credentialId === fromId ? [] : [{ id, name }]));
      return { elsewhere, goneIds: sourceIds.filter((id) => !found.some((one) => one.id === id)) };
    }
    await tx.dataSource.updateMany({
      where: { ...where, credentialId: fromId },
      data: { credentialId: targetId, revision: { increment: 1 } },
    });
    await countUse(tx, workspaceId, [fromId, targetId]);
    const moved = { workspaceId, actorId, action: "data-source.moved" as const, fields: ["credential"], peer };
    await recordAudits(
      tx,
      sources.map(({ id, name }) => ({ ...moved, subjectId: id, subjectName: name })),
    );
    return {
      count: sources.length,
      left: await tx.dataSource.count({ where: { workspaceId, credentialId: fromId } }),
    };
  });
}
