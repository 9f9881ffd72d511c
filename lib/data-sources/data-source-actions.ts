"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { DataSourceDto } from "./data-source-dto";
import { deleteDataSource } from "./delete-data-source";
import { renameDataSource } from "./rename-data-source";

export async function renameDataSourceAction(from: unknown, input: unknown): Promise<ActionResult<DataSourceDto>> {
  return asAction(from, async (actor) => {
    const source = await renameDataSource(actor, input);
    revalidatePath("/", "layout");
    return source;
  });
}

export async function deleteDataSourceAction(from: unknown, id: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await deleteDataSource(actor, id);
    revalidatePath("/", "layout");
    return null;
  });
}
