import "server-only";
import { permissions } from "@/lib/auth/permissions";
import { type AuditAction, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";
import { RETENTION_DAYS } from "./settings-dto";

type Reader = Pick<Transaction, "workspaceSettings" | "member">;

const columns = {
  checkEveryMinutes: true,
  webhookUrl: true,
  webhookSecretVersion: true,
  emailNotices: true,
  versionRetentionDays: true,
  maxAgeDays: true,
  revision: true,
} as const;

export type StoredSettings = Prisma.WorkspaceSettingsGetPayload<{ select: typeof columns }>;

const DEFAULTS: StoredSettings = {
  checkEveryMinutes: null,
  webhookUrl: null,
  webhookSecretVersion: 1,
  emailNotices: true,
  versionRetentionDays: RETENTION_DAYS,
  maxAgeDays: null,
  revision: 0,
};

/** The same inside a transaction, where only its own client may be used. */
export async function findSettingsIn(tx: Reader, workspaceId: string): Promise<StoredSettings> {
  return (await tx.workspaceSettings.findUnique({ where: { workspaceId }, select: columns })) ?? DEFAULTS;
}

/** What a workspace chose; the defaults, with revision 0, where it chose nothing yet. */
export async function findSettings(workspaceId: string): Promise<StoredSettings> {
  const [row] = await prepared<StoredSettings>(Prisma.sql`
    SELECT "checkEveryMinutes", "webhookUrl", "webhookSecretVersion", "emailNotices", "versionRetentionDays",
      "maxAgeDays", "revision"
    FROM "WorkspaceSettings" WHERE "workspaceId" = ${workspaceId}`);
  return row ?? DEFAULTS;
}

/** Inside a transaction: the addresses of those who may open what a notice leads to. */
export async function listReceiversIn(tx: Reader, workspaceId: string): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { workspaceId, role: { in: [...permissions["credential:read"]] } },
    select: { user: { select: { email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return members.map(({ user }) => user.email);
}

export async function listReceivers(workspaceId: string): Promise<string[]> {
  return listReceiversIn(await prisma(), workspaceId);
}

/** Who changes the settings of which workspace. */
export type SettingsChanger = { workspaceId: string; userId: string; peer: string | undefined };

/** What is written down of a look at the settings or a change of them: the names of fields, never their values. */
async function recordIn(
  tx: Transaction,
  { workspaceId, userId, peer }: SettingsChanger,
  action: AuditAction,
  fields: string[],
): Promise<void> {
  const { name } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } });
  const subject = { subjectId: workspaceId, subjectName: name };
  await recordAudit(tx, { workspaceId, actorId: userId, action, ...subject, fields, peer });
}

type Change = Partial<
  Pick<StoredSettings, "checkEveryMinutes" | "webhookUrl" | "emailNotices" | "versionRetentionDays" | "maxAgeDays">
>;

export async function updateSettingsRow(
  changer: SettingsChanger,
  revision: number,
  change: Change,
): Promise<"updated" | "changed-meanwhile"> {
  const { workspaceId } = changer;
  // Many credentials are due at another time then: the worker sees to them.
  const data = {
    ...change,
    ...(change.maxAgeDays === undefined ? {} : { remindersOutdated: true }),
    ...(change.checkEveryMinutes === undefined ? {} : { checksOutdated: true }),
  };
  try {
    return await inTransaction(async (tx) => {
      if (revision === 0) await tx.workspaceSettings.create({ data: { workspaceId, ...data } });
      else {
        const { count } = await tx.workspaceSettings.updateMany({
          where: { workspaceId, revision },
          data: { ...data, revision: { increment: 1 } },
        });
        if (count === 0) return "changed-meanwhile";
      }
      await recordIn(tx, changer, "settings.edited", Object.keys(change));
      return "updated";
    });
  } catch (error) {
    // Someone else made the first choice of this workspace.
    if (isUniqueViolation(error)) return "changed-meanwhile";
    throw error;
  }
}

/** Inside the transaction that saw to the last credential: they follow what was chosen. */
export async function settleIn(
  tx: Transaction,
  workspaceId: string,
  what: "remindersOutdated" | "checksOutdated",
): Promise<void> {
  await tx.workspaceSettings.update({ where: { workspaceId }, data: { [what]: false }, select: { workspaceId: true } });
}

/** Makes the next version of the signing secret count, and returns its number. */
export async function raiseSecretVersion(changer: SettingsChanger): Promise<number> {
  const { workspaceId } = changer;
  return inTransaction(async (tx) => {
    const row = await tx.workspaceSettings.upsert({
      where: { workspaceId },
      create: { workspaceId, webhookSecretVersion: 2 },
      update: { webhookSecretVersion: { increment: 1 } },
      select: { webhookSecretVersion: true },
    });
    await recordIn(tx, changer, "settings.secret-renewed", ["webhookSecret"]);
    return row.webhookSecretVersion;
  });
}

/** Writes down that someone looked at the signing secret, and returns its version. */
export async function recordSecretShown(changer: SettingsChanger): Promise<number> {
  return inTransaction(async (tx) => {
    await recordIn(tx, changer, "settings.secret-shown", []);
    return (await findSettingsIn(tx, changer.workspaceId)).webhookSecretVersion;
  });
}
