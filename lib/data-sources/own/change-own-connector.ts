import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { askForRefusal } from "@/lib/own-connectors/ask-for-refusal";
import { changedParts } from "@/lib/own-connectors/changed-parts";
import type { Definition } from "@/lib/own-connectors/definition-dto";
import { definitionNameTaken, textOf } from "@/lib/own-connectors/definition-text";
import type { OwnConnectorDto, SaveOwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { changeInput } from "@/lib/own-connectors/own-connector-schema";
import { getOwnConnector } from "@/lib/own-connectors/own-connectors";
import { requireHost } from "@/lib/own-connectors/require-host";
import { takenAway } from "@/lib/own-connectors/taken-away";
import { changedMeanwhile, Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { neededRefusal } from "./needed-refusal";
import { changeUnneeded, findNeeded } from "./own-connector-use-repository";

const invalid = (field: string, message: string) =>
  new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { [`definition.${field}`]: message } });

/** Refuses what no version of a connector may become: another host, or secret where values stood in clear. */
function requireSameConnector(before: Definition, after: Definition): void {
  if (after.host !== before.host)
    throw invalid(
      "host",
      "The host of a connector stays. For another host, define a new connector and enter its keys anew.",
    );
  const shown = new Set(before.fields.filter(({ secret }) => !secret).map(({ id }) => id));
  const index = after.fields.findIndex(({ id, secret }) => secret && shown.has(id));
  if (index !== -1)
    throw invalid(
      `fields.${index}.id`,
      "This field wasn't secret, so its values are known. Give the secret one another id.",
    );
}

function changeOf({ definition: before, isVerifiable }: OwnConnectorDto, after: Definition, unverifiable?: boolean) {
  const parts = changedParts(before, after);
  const isProvedElse = parts.includes("placements") || parts.includes("proof");
  // What could prove nothing may have been mended at the host's side.
  const isTriedAgain = !isVerifiable && unverifiable === false;
  const isGivenUp = isVerifiable && unverifiable === true;
  return {
    parts: isTriedAgain || isGivenUp ? [...parts, "verification"] : parts,
    isProvedAnew: isProvedElse || isTriedAgain || isGivenUp,
  };
}

/**
 * Saves a connector of the workspace's own as its next version. Words, endpoints and limits count at once. Where values
 * travel or are proved in another way, the host has to refuse again, they are sealed for that, and are verified anew. An
 * endpoint that data sources read stays, and a parameter that they set.
 */
export async function changeOwnConnector(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SaveOwnConnectorDto> {
  authorize(actor, "connector:define");
  requireRecentSignIn(actor);
  const { id, version, unverifiable, ...parsed } = parseInput(changeInput, input);
  const definition = parsed.definition as Definition;
  const before = await getOwnConnector(actor, id);
  noteSubject(actor, { id, name: before.definition.name });
  if (before.version !== version) throw changedMeanwhile("connector");
  requireSameConnector(before.definition, definition);
  requireHost(definition.host);
  const { parts, isProvedAnew } = changeOf(before, definition, unverifiable);
  if (parts.length === 0) return { saved: true, connector: before, reverified: 0 };
  const gone = takenAway(before.definition, definition);
  const needed = await findNeeded(actor.workspaceId, id, gone);
  if (needed.length > 0) throw neededRefusal(needed);
  const isAsked = isProvedAnew && unverifiable !== true;
  const tried = isAsked ? await askForRefusal(actor, definition, signal) : undefined;
  if (tried && !tried.isRefused) return { saved: false, tried };
  const isVerifiable = isProvedAnew ? isAsked : before.isVerifiable;
  const texts = { text: textOf(definition), textBefore: textOf(before.definition) };
  const change = { id, version, definition, ...texts, isVerifiable, parts, isProvedAnew };
  const result = await changeUnneeded(actor, change, gone);
  // A data source made in this very moment.
  if (Array.isArray(result)) throw neededRefusal(result);
  if (result === "name-taken") throw definitionNameTaken();
  if (result === "changed-meanwhile") throw changedMeanwhile("connector");
  log.info({ connectorId: id, version: version + 1, parts, ...result }, "connector changed");
  return { saved: true, connector: await getOwnConnector(actor, id), ...result };
}
