"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { closeChecklist } from "./close-checklist";
import type { WorkspaceSearchDto } from "./overview-dto";
import { searchWorkspace } from "./search-workspace";

export async function closeChecklistAction(from: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await closeChecklist(actor);
    return null;
  });
}

export async function searchWorkspaceAction(from: unknown, input: unknown): Promise<ActionResult<WorkspaceSearchDto>> {
  return asAction(from, (actor) => searchWorkspace(actor, input));
}
