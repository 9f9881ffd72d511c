import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { insertWorkspaceIn, renameWorkspaceIn } from "@/lib/auth/membership-repository";
import { isMemberRole } from "@/lib/auth/role-dto";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { randomId } from "@/lib/platform/random-id";
import { Prisma } from "@/prisma/generated/client";
import type { WorkspaceDto } from "./member-dto";

/** The workspaces that a person is in, by name. */
export async function listWorkspaceRows(userId: string): Promise<WorkspaceDto[]> {
  const rows = await prepared<{ id: string; name: string; role: string }>(Prisma.sql`
    SELECT w."id", w."name", m."role" FROM "Member" m JOIN "Workspace" w ON w."id" = m."workspaceId"
    WHERE m."userId" = ${userId} ORDER BY w."name", w."id"`);
  return rows.flatMap(({ role, ...workspace }) => (isMemberRole(role) ? [{ ...workspace, role }] : []));
}

/** Makes a workspace whose only member, and owner, is the actor. Returns its id. */
export async function insertWorkspace({ userId, peer }: Actor, name: string): Promise<string> {
  const id = randomId();
  await inTransaction(async (tx) => {
    await insertWorkspaceIn(tx, { id, name, ownerId: userId });
    const audit = { action: "workspace.created" as const, subjectId: id, subjectName: name, peer };
    await recordAudit(tx, { workspaceId: id, actorId: userId, ...audit });
  });
  return id;
}

/** False where it has another name by now than the one that was seen. */
export async function renameWorkspaceRow(
  { workspaceId, userId, peer }: Actor,
  names: { name: string; seen: string },
): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await renameWorkspaceIn(tx, workspaceId, names))) return false;
    const audit = {
      action: "workspace.renamed" as const,
      subjectId: workspaceId,
      subjectName: names.name,
      fields: ["name"],
      peer,
    };
    await recordAudit(tx, { workspaceId, actorId: userId, ...audit });
    return true;
  });
}
