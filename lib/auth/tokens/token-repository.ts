import "server-only";
import type { Member, Principal } from "@/lib/auth/actor";
import { Denied, type Operation, permissions } from "@/lib/auth/permissions";
import { type AuditAction, recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { cutPage, type MomentPage, placeOf } from "@/lib/platform/moment-page";
import { TOKENS_PER_PERSON } from "./token-dto";
import type { NewTokenValue } from "./token-form";

/** A value that ended is known for so long: who still shows it is told that it was rotated. */
const ENDED_VALUES_MS = 90 * DAY_MS;

const living = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });
const stillWorking = (now: Date) => ({ OR: [{ endsAt: null }, { endsAt: { gt: now } }] });

const columns = {
  id: true,
  name: true,
  makerId: true,
  scopes: true,
  everySource: true,
  sourceIds: true,
  expiresAt: true,
  createdAt: true,
  maker: { select: { name: true } },
} as const;

export type TokenRow = Awaited<ReturnType<typeof listTokenRows>>["rows"][number];

/** A page of the tokens that nobody revoked, the newest first, each with its values that still work. */
export async function listTokenRows(
  workspaceId: string,
  { makerId, page, size }: { makerId: string | undefined; page: MomentPage; size: number },
) {
  const place = placeOf(page);
  const values = {
    where: { workspaceId, ...stillWorking(new Date()) },
    select: { hint: true, createdAt: true, endsAt: true, usedAt: true, usedFrom: true },
    orderBy: { createdAt: "desc" },
  } as const;
  const rows = await (await prisma()).token.findMany({
    where: {
      workspaceId,
      revokedAt: null,
      ...(makerId === undefined ? {} : { makerId }),
      ...(place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {}),
    },
    select: { ...columns, values },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const { shown, ...next } = cutPage(rows, size, ({ createdAt }) => createdAt);
  return { rows: shown, ...next };
}

/**
 * Holds the membership of who makes or rotates, one such act of a person after the other: so they are counted right, and
 * whoever removes them waits and then sees the token. The workspace's row first, as `stillAllowed` takes it. Throws
 * `Denied` where they may not do it any more.
 */
async function holdMakerIn(tx: Transaction, actor: Member, operation: Operation): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Workspace" w JOIN "Member" m ON m."workspaceId" = w."id"
    WHERE w."id" = ${actor.workspaceId} AND m."workspaceId" = ${actor.workspaceId} AND m."userId" = ${actor.userId}
      AND m."role" = ANY(${[...permissions[operation]]})
    FOR KEY SHARE OF w FOR NO KEY UPDATE OF m`;
  if (held.length === 0) throw new Denied(actor, operation);
}

type Named = { id: string; name: string };
type Changer = Pick<Principal, "workspaceId" | "userId" | "peer">;

const entryOf = ({ workspaceId, userId, peer }: Changer, action: AuditAction, { id, name }: Named) => ({
  workspaceId,
  actorId: userId,
  action,
  subjectId: id,
  subjectName: name,
  peer,
});

type Added = { tokenId: string; value: NewTokenValue; now: Date };

async function insertValueIn(tx: Transaction, { workspaceId }: Changer, { tokenId, value, now }: Added): Promise<void> {
  const { hash, hint } = value;
  await tx.tokenValue.create({ data: { hash, hint, tokenId, workspaceId, createdAt: now }, select: { hash: true } });
}

export type NewToken = Named & {
  scopes: string[];
  everySource: boolean;
  sourceIds: string[];
  expiresAt: Date | null;
};

/** False where the maker has as many already as one person may have. */
export async function insertToken(actor: Member, token: NewToken, value: NewTokenValue): Promise<boolean> {
  const { workspaceId, userId: makerId } = actor;
  return inTransaction(async (tx) => {
    await holdMakerIn(tx, actor, "token:create");
    const now = new Date();
    if ((await tx.token.count({ where: { workspaceId, makerId, ...living(now) } })) >= TOKENS_PER_PERSON) return false;
    await tx.token.create({ data: { ...token, workspaceId, makerId, createdAt: now }, select: { id: true } });
    await insertValueIn(tx, actor, { tokenId: token.id, value, now });
    await recordAudit(tx, entryOf(actor, "token.created", token));
    return true;
  });
}

/**
 * Gives a token of the actor's own a second value; the one before goes on until `endsAt`. An older one that a rotation
 * before still let go on ends now. Undefined where there is no such token, or it is over.
 */
export async function rotateTokenRow(
  actor: Member,
  id: string,
  { value, overlapMs }: { value: NewTokenValue; overlapMs: number },
): Promise<Named | undefined> {
  const { workspaceId, userId: makerId } = actor;
  return inTransaction(async (tx) => {
    await holdMakerIn(tx, actor, "token:create");
    const now = new Date();
    const endsAt = new Date(now.getTime() + overlapMs);
    const token = await tx.token.findFirst({
      where: { id, workspaceId, makerId, ...living(now) },
      select: { id: true, name: true },
    });
    if (!token) return undefined;
    const ofToken = { workspaceId, tokenId: id };
    await tx.tokenValue.deleteMany({
      where: { ...ofToken, endsAt: { lt: new Date(now.getTime() - ENDED_VALUES_MS) } },
    });
    await tx.tokenValue.updateMany({ where: { ...ofToken, endsAt: { gt: now } }, data: { endsAt: now } });
    await tx.tokenValue.updateMany({ where: { ...ofToken, endsAt: null }, data: { endsAt } });
    await insertValueIn(tx, actor, { tokenId: id, value, now });
    await recordAudit(tx, entryOf(actor, "token.rotated", token));
    return token;
  });
}

export async function findTokenMaker(workspaceId: string, id: string): Promise<string | undefined> {
  const token = await (await prisma()).token.findFirst({ where: { id, workspaceId }, select: { makerId: true } });
  return token?.makerId;
}

/** False where there is no such token that nobody revoked. */
export async function revokeTokenRow(actor: Changer, id: string): Promise<boolean> {
  const { workspaceId, userId: revokedById } = actor;
  const where = { id, workspaceId, revokedAt: null };
  return inTransaction(async (tx) => {
    const token = await tx.token.findFirst({ where, select: { id: true, name: true } });
    const { count } = await tx.token.updateMany({ where, data: { revokedAt: new Date(), revokedById } });
    if (!token || count === 0) return false;
    await recordAudit(tx, entryOf(actor, "token.revoked", token));
    return true;
  });
}

/** In the transaction that takes someone's place in the workspace: nothing brings their tokens back. */
export async function revokeTokensIn(tx: Transaction, actor: Changer, makerId: string): Promise<void> {
  const { workspaceId, userId: revokedById } = actor;
  const where = { workspaceId, makerId, revokedAt: null };
  const tokens = await tx.token.findMany({ where, select: { id: true, name: true } });
  if (tokens.length === 0) return;
  await tx.token.updateMany({ where, data: { revokedAt: new Date(), revokedById } });
  await recordAudits(
    tx,
    tokens.map((token) => entryOf(actor, "token.revoked", token)),
  );
}

/** The tokens of a workspace with these ids, revoked or not. */
export async function listTokenNames(workspaceId: string, ids: string[]): Promise<Named[]> {
  return (await prisma()).token.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
}
