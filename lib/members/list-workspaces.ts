import "server-only";
import type { Person } from "@/lib/auth/actor";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import type { WorkspaceDto } from "./member-dto";
import { listWorkspaceRows } from "./workspace-repository";

/** The workspaces that the actor can switch to, and whether they may make another. Needs no right: it is about them. */
export async function listWorkspaces(actor: Person): Promise<{ workspaces: WorkspaceDto[]; mayCreate: boolean }> {
  const [workspaces, isOwner] = await Promise.all([
    listWorkspaceRows(actor.userId),
    actor.kind === "member" && canForInstallation(actor, "workspace:create"),
  ]);
  return { workspaces, mayCreate: isOwner };
}
