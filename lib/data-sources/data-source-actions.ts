"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createDataSource } from "./create-data-source";
import type { CreateDataSourceDto, DataSourceDto } from "./data-source-dto";
import { deleteDataSource } from "./delete-data-source";
import { renameDataSource } from "./rename-data-source";

export async function createDataSourceAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<CreateDataSourceDto>> {
  return asChange(from, (actor) => createDataSource(actor, input));
}

export async function renameDataSourceAction(from: unknown, input: unknown): Promise<ActionResult<DataSourceDto>> {
  return asChange(from, (actor) => renameDataSource(actor, input));
}

export async function deleteDataSourceAction(from: unknown, id: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await deleteDataSource(actor, id);
    return null;
  });
}
