import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { parseInput } from "@/lib/platform/to-error-dto";
import { workspaceForm } from "./member-schema";
import { insertWorkspace } from "./workspace-repository";

/** Makes another workspace, which the actor owns. For who owns the installation. */
export async function createWorkspace(actor: Member, input: unknown): Promise<{ workspaceId: string }> {
  await authorizeForInstallation(actor, "workspace:create");
  requireRecentSignIn(actor);
  const { name } = parseInput(workspaceForm, input);
  return { workspaceId: await insertWorkspace(actor, name) };
}
