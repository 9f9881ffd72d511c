import "server-only";
import type { Person } from "@/lib/auth/actor";
import { isMemberOf, setActiveWorkspace } from "@/lib/auth/auth-repository";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { workspaceReference } from "./member-schema";

/** Takes the actor's session to another workspace of theirs. Counts from its next request on. */
export async function switchWorkspace(actor: Person, input: unknown): Promise<void> {
  const { workspaceId } = parseInput(workspaceReference, input);
  if (!(await isMemberOf(actor.userId, workspaceId))) throw notFound("workspace");
  await setActiveWorkspace(actor.sessionId, workspaceId);
}
