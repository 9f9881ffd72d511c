import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { ownConnectorInput } from "@/lib/own-connectors/own-connector-schema";
import { getOwnConnector } from "@/lib/own-connectors/own-connectors";
import { counted } from "@/lib/platform/counted-dto";
import { notFound, Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { deleteRow } from "./own-connector-change-repository";

/** Deletes a connector that has no credentials, and so no data sources: also none that can still be restored. */
export async function deleteOwnConnector(actor: Actor, input: unknown): Promise<void> {
  authorize(actor, "connector:define");
  requireRecentSignIn(actor);
  const { id } = parseInput(ownConnectorInput, input);
  const { definition } = await getOwnConnector(actor, id);
  noteSubject(actor, { id, name: definition.name });
  const inTheWay = await deleteRow(actor, id, definition);
  if (inTheWay === "gone") throw notFound("connector");
  if (inTheWay > 0) {
    const has = counted(inTheWay, "credential uses", "credentials use");
    throw new Refusal("IN_USE", `${has} this connector, deleted ones that can be restored included. Erase them first.`);
  }
  log.info({ connectorId: id }, "connector deleted");
}
