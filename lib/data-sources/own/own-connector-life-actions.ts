"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import { deleteOwnConnector } from "@/lib/credentials/own/delete-own-connector";
import type { SaveOwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { changeOwnConnector } from "./change-own-connector";

export async function changeOwnConnectorAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<SaveOwnConnectorDto>> {
  return asChange(from, (actor) => changeOwnConnector(actor, input));
}

export async function deleteOwnConnectorAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await deleteOwnConnector(actor, input);
    return null;
  });
}
