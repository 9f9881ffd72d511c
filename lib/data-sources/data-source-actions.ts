"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createDataSource } from "./create-data-source";
import type { SavedDataSourceDto, SourcesDeletionDto } from "./data-source-dto";
import { deleteDataSource } from "./delete-data-source";
import { deleteDataSources } from "./delete-data-sources";
import { updateDataSource } from "./update-data-source";

export async function createDataSourceAction(from: unknown, input: unknown): Promise<ActionResult<SavedDataSourceDto>> {
  return asChange(from, (actor) => createDataSource(actor, input));
}

export async function updateDataSourceAction(from: unknown, input: unknown): Promise<ActionResult<SavedDataSourceDto>> {
  return asChange(from, (actor) => updateDataSource(actor, input));
}

export async function deleteDataSourceAction(from: unknown, id: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await deleteDataSource(actor, id);
    return null;
  });
}

export async function deleteDataSourcesAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<SourcesDeletionDto>> {
  return asChange(from, (actor) => deleteDataSources(actor, input));
}
