import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { ExportDto } from "./own-connector-dto";
import { ownConnectorInput } from "./own-connector-schema";
import { getOwnConnector } from "./own-connectors";

/** *Export*: the definition as a file, to import elsewhere. It says how values travel and has none, and nobody's id. */
export async function exportOwnConnector(actor: Actor, input: unknown): Promise<ExportDto> {
  authorize(actor, "connector:define");
  const { definition } = await getOwnConnector(actor, parseInput(ownConnectorInput, input).id);
  const name = definition.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return { fileName: `${name || "connector"}.json`, json: `${JSON.stringify(definition, null, 2)}\n` };
}
