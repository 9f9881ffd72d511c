import "server-only";
import { insertMemberIn, insertPersonIn } from "@/lib/auth/membership-repository";
import type { MemberRole } from "@/lib/auth/role-dto";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { isOwn } from "@/lib/platform/own-error";
import { randomId } from "@/lib/platform/random-id";
import type { Prisma } from "@/prisma/generated/client";
import { columns, toDto, waiting } from "./invitation-repository";

export type Offer = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: MemberRole;
  invitedByName: string;
  /** Of the account with the invited address, where there is one. */
  userId: string | undefined;
};

const offered = { ...columns, tokenHash: true, workspace: { select: { id: true, name: true } } } as const;

type OfferedRow = Prisma.InvitationGetPayload<{ select: typeof offered }>;

async function toOffer(row: OfferedRow): Promise<Offer> {
  const user = await (await prisma()).user.findUnique({ where: { email: row.email }, select: { id: true } });
  const { id: workspaceId, name: workspaceName } = row.workspace;
  const { id, email, invitedByName, role } = toDto(row);
  return { id, workspaceId, workspaceName, email, role, invitedByName, userId: user?.id };
}

/** What a token offers, while it can be accepted. */
export async function findOffer(tokenHash: string): Promise<Offer | undefined> {
  const row = await (await prisma()).invitation.findFirst({ where: { tokenHash, ...waiting() }, select: offered });
  return row ? toOffer(row) : undefined;
}

/** What waits for whoever has proved that an address is theirs: that of a certain token, or else the newest. */
export async function findOfferFor(email: string, tokenHash: string | undefined): Promise<Offer | undefined> {
  const rows = await (await prisma()).invitation.findMany({
    where: { email, ...waiting() },
    select: offered,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const row = rows.find((one) => one.tokenHash === tokenHash) ?? rows[0];
  return row ? toOffer(row) : undefined;
}

/** In the transaction that makes the account, or alone: takes the invitation and the place in the workspace. */
async function joinIn(tx: Transaction, offer: Offer, user: { id: string; name: string }, peer: string | undefined) {
  // Whoever comes second finds no invitation that waits: it works once.
  const { count } = await tx.invitation.updateMany({
    where: { id: offer.id, workspaceId: offer.workspaceId, ...waiting() },
    data: { status: "accepted" },
  });
  if (count === 0) throw new NoLongerOffered();
  const { workspaceId, role } = offer;
  await insertMemberIn(tx, { workspaceId, userId: user.id }, role);
  await recordAudit(tx, {
    workspaceId,
    actorId: user.id,
    action: "member.joined",
    subjectId: user.id,
    subjectName: user.name,
    result: role,
    peer,
  });
}

class NoLongerOffered extends Error {
  static readonly kind: string = "NoLongerOffered";
}

async function whileOffered(userId: string, work: (tx: Transaction) => Promise<void>): Promise<string | undefined> {
  try {
    await inTransaction(work);
    return userId;
  } catch (error) {
    // The address got an account, or a place in the workspace, in this very moment: it was not this request.
    if (isOwn(error, NoLongerOffered) || isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/** Lets an account in, and returns its id. Undefined where the invitation cannot be accepted any more. */
export async function acceptAsUser(offer: Offer, id: string, peer: string | undefined): Promise<string | undefined> {
  return whileOffered(id, async (tx) => {
    const { name } = await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true } });
    await joinIn(tx, offer, { id, name }, peer);
  });
}

export type NewPerson = {
  name: string;
  /** What they sign in with: a password, or a person of the provider of single sign-on. */
  proof: { passwordHash: string } | { providerId: string; accountId: string };
  peer: string | undefined;
};

/** Makes the account of the invited address and lets it in, or neither. Returns its id, or undefined as above. */
export async function acceptAsNewUser(offer: Offer, { name, proof, peer }: NewPerson): Promise<string | undefined> {
  const id = randomId();
  const { email } = offer;
  const account =
    "passwordHash" in proof ? { accountId: id, providerId: "credential", password: proof.passwordHash } : proof;
  return whileOffered(id, async (tx) => {
    // Only the provider has vouched for the address; who has a link may have been given it.
    const emailVerified = !("passwordHash" in proof);
    await insertPersonIn(tx, { id, name, email, emailVerified, account });
    await joinIn(tx, offer, { id, name }, peer);
  });
}
