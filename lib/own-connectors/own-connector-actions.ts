"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { confirmOwnConnector } from "./confirm-own-connector";
import { defineOwnConnector } from "./define-own-connector";
import { exportOwnConnector } from "./export-own-connector";
import type { ExportDto, OwnConnectorDto, SaveOwnConnectorDto } from "./own-connector-dto";

export async function defineOwnConnectorAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<SaveOwnConnectorDto>> {
  return asChange(from, (actor) => defineOwnConnector(actor, input));
}

export async function confirmOwnConnectorAction(from: unknown, input: unknown): Promise<ActionResult<OwnConnectorDto>> {
  return asChange(from, (actor) => confirmOwnConnector(actor, input));
}

export async function exportOwnConnectorAction(from: unknown, input: unknown): Promise<ActionResult<ExportDto>> {
  return asAction(from, (actor) => exportOwnConnector(actor, input));
}
