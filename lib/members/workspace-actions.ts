"use server";

import { asChange, asMemberAction, asPersonAction, goOnTo } from "@/lib/auth/doors/as-action";
import { HOME } from "@/lib/auth/doors/return-path";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createWorkspace } from "./create-workspace";
import { renameWorkspace } from "./rename-workspace";
import { switchWorkspace } from "./switch-workspace";

/** What a page shows belongs to the workspace that is left, so it leads to the beginning of the other. */
export async function switchWorkspaceAction(input: unknown): Promise<ActionResult<never>> {
  return asPersonAction(async (actor) => {
    await switchWorkspace(actor, input);
    goOnTo(HOME);
  });
}

/** Makes a workspace and goes there. */
export async function createWorkspaceAction(input: unknown): Promise<ActionResult<never>> {
  return asMemberAction(async (actor) => {
    await switchWorkspace(actor, await createWorkspace(actor, input));
    goOnTo(HOME);
  });
}

export async function renameWorkspaceAction(from: unknown, input: unknown): Promise<ActionResult<{ name: string }>> {
  return asChange(from, (actor) => renameWorkspace(actor, input));
}
