"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { deleteFilter, renameFilter, saveFilter } from "./saved-filters";

export async function saveFilterAction(from: unknown, input: unknown): Promise<ActionResult<{ id: string }>> {
  return asChange(from, (actor) => saveFilter(actor, input));
}

export async function renameFilterAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await renameFilter(actor, input);
    return null;
  });
}

export async function deleteFilterAction(from: unknown, id: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await deleteFilter(actor, id);
    return null;
  });
}
