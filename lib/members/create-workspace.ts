import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize, Denied } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { workspaceForm } from "./member-schema";
import { insertWorkspace, ownsInstallation } from "./workspace-repository";

/** Makes another workspace, which the actor owns. For who owns the installation. */
export async function createWorkspace(actor: Member, input: unknown): Promise<{ workspaceId: string }> {
  authorize(actor, "workspace:create");
  if (!(await ownsInstallation(actor.userId))) throw new Denied(actor, "workspace:create");
  const { name } = parseInput(workspaceForm, input);
  return { workspaceId: await insertWorkspace(actor, name) };
}
