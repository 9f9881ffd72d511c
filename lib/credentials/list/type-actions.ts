"use server";

import { asAction } from "@/lib/auth/doors/as-action";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { ConnectorTile } from "@/lib/connectors/connector-tile";
import type { ActionResult } from "@/lib/platform/result-dto";
import { getType, listTypes } from "./list-types";

export async function listTypesAction(from: unknown): Promise<ActionResult<ConnectorTile[]>> {
  return asAction(from, (actor) => listTypes(actor));
}

export async function getTypeAction(from: unknown, input: unknown): Promise<ActionResult<SignInConnector>> {
  return asAction(from, (actor) => getType(actor, input));
}
