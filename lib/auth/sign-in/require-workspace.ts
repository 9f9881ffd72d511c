import "server-only";
import { findFirstWorkspace } from "@/lib/auth/auth-repository";
import { Refusal } from "@/lib/platform/errors";

/**
 * Where a new session begins: the workspace that the person has been in for longest. Every way of signing in asks for it
 * before there is a session: someone who was removed everywhere gets none, and is told why.
 */
export async function requireWorkspace(userId: string): Promise<string> {
  const workspaceId = await findFirstWorkspace(userId);
  if (workspaceId !== undefined) return workspaceId;
  throw new Refusal(
    "FORBIDDEN",
    "This account isn't in any workspace any more. Ask a workspace owner or admin to invite you.",
  );
}
