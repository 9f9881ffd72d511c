import "server-only";
import type { Member } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { WorkspaceDto } from "./member-dto";
import { listWorkspaceRows, ownsInstallation } from "./workspace-repository";

/** The workspaces that the actor can switch to, and whether they may make another. Needs no right: it is about them. */
export async function listWorkspaces(actor: Member): Promise<{ workspaces: WorkspaceDto[]; mayCreate: boolean }> {
  const [workspaces, isOwner] = await Promise.all([
    listWorkspaceRows(actor.userId),
    can(actor, "workspace:create") && ownsInstallation(actor.userId),
  ]);
  return { workspaces, mayCreate: isOwner };
}
