import "server-only";
import type { Member } from "@/lib/auth/actor";
import { findMembership, setActiveWorkspace } from "@/lib/auth/auth-repository";
import { findSession } from "@/lib/auth/current-actor";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { workspaceReference } from "./member-schema";

/** Takes the session of these headers to another workspace of the actor. Counts from its next request on. */
export async function switchWorkspace(actor: Member, input: unknown, headers: Headers): Promise<void> {
  const { workspaceId } = parseInput(workspaceReference, input);
  const session = await findSession(headers);
  if (!session || !(await findMembership(actor.userId, workspaceId))) throw notFound("workspace");
  await setActiveWorkspace({ id: session.id }, workspaceId);
}
