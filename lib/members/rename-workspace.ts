import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { renameWorkspaceInput } from "./member-schema";
import { renameWorkspaceRow } from "./workspace-repository";

/** Renames the actor's workspace. Refused where it got another name since the form was opened. */
export async function renameWorkspace(actor: Member, input: unknown): Promise<{ name: string }> {
  authorize(actor, "workspace:rename");
  const { name, seen } = parseInput(renameWorkspaceInput, input);
  if (name !== seen && !(await renameWorkspaceRow(actor, { name, seen }))) {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "Someone renamed this workspace while you were editing. What you typed is still here: reload the page to see theirs.",
    );
  }
  return { name };
}
