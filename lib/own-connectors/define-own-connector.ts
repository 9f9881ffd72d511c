import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import { askForRefusal } from "./ask-for-refusal";
import type { Definition } from "./definition-dto";
import { definitionNameTaken, textOf } from "./definition-text";
import { OWN_CONNECTORS_MAX, OWN_PREFIX, type SaveOwnConnectorDto } from "./own-connector-dto";
import { defineInput } from "./own-connector-schema";
import { findRivalConnector, insertOwnConnector } from "./own-connector-write-repository";
import { getOwnConnector } from "./own-connectors";
import { requireHost } from "./require-host";

/**
 * Stores a connector of the workspace's own. Whether its host refuses is asked here, whatever a browser was told before;
 * one that is to be unverifiable is not asked. The same form sent twice makes one.
 */
export async function defineOwnConnector(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SaveOwnConnectorDto> {
  authorize(actor, "connector:define");
  requireRecentSignIn(actor);
  const { formId, unverifiable = false, ...parsed } = parseInput(defineInput, input);
  const definition = parsed.definition as Definition;
  requireHost(definition.host);
  const text = textOf(definition);
  const { workspaceId } = actor;
  const stored = async (id: string): Promise<SaveOwnConnectorDto> => ({
    saved: true,
    connector: await getOwnConnector(actor, id),
    reverified: 0,
  });
  const rival = await findRivalConnector(workspaceId, formId, definition.name);
  if (rival === "name-taken") throw definitionNameTaken();
  if (rival) return stored(rival.id);

  const tried = unverifiable ? undefined : await askForRefusal(actor, definition, signal);
  if (tried && !tried.isRefused) return { saved: false, tried };

  const id = `${OWN_PREFIX}${randomId()}`;
  const result = await insertOwnConnector(actor, { id, formId, definition, text, isVerifiable: !unverifiable });
  if (result === "inserted") {
    log.info({ connectorId: id, host: definition.host, isVerifiable: !unverifiable }, "connector defined");
    return stored(id);
  }
  if (result === "full")
    throw new Refusal("IN_USE", `A workspace can have ${OWN_CONNECTORS_MAX} connectors of its own. Delete one first.`);
  const winner = await findRivalConnector(workspaceId, formId, definition.name);
  if (typeof winner === "object") return stored(winner.id);
  throw definitionNameTaken();
}
