import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { Definition } from "./definition-dto";
import type { ExportDto } from "./own-connector-dto";
import { findVersionText } from "./own-connector-repository";
import { exportInput } from "./own-connector-schema";
import { getOwnConnector } from "./own-connectors";

/**
 * *Export*: the definition as a file, to import elsewhere; of the version that is named, else of the current one. It says
 * how values travel and has none, and nobody's id.
 */
export async function exportOwnConnector(actor: Actor, input: unknown): Promise<ExportDto> {
  authorize(actor, "connector:define");
  const { id, number } = parseInput(exportInput, input);
  const current = await getOwnConnector(actor, id);
  const text = number === undefined ? undefined : await findVersionText(actor.workspaceId, id, number);
  if (number !== undefined && text === undefined) throw notFound("version");
  const definition = text === undefined ? current.definition : (JSON.parse(text) as Definition);
  const name = definition.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const version = number === undefined ? "" : `-version-${number}`;
  return { fileName: `${name || "connector"}${version}.json`, json: `${JSON.stringify(definition, null, 2)}\n` };
}
