import "server-only";
import { createHash } from "node:crypto";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import type { Definition } from "./definition-dto";

/** The same text for the same data, in whichever order its keys stand. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, canonical(part)]);
}

export type SealBinding = { host: string; placements: string };

function bindingTo(host: string, placements: Definition["placements"]): SealBinding {
  const hash = createHash("sha256").update(JSON.stringify(canonical(placements)));
  return { host, placements: hash.digest("base64url") };
}

/**
 * What values of a workspace's own connector are sealed with, beside its id: where they go, and how they travel. Whoever
 * changes either in the database has values that do not open. Undefined for a built-in one, which nobody can change.
 */
export const bindingOf = (connector: AnyConnector): SealBinding | undefined =>
  connector.own && bindingTo(connector.own.host, connector.authentication.placements);

/** The same of a stored definition. */
export function bindingOfText(definition: string): SealBinding {
  const { host, placements } = JSON.parse(definition) as Pick<Definition, "host" | "placements">;
  return bindingTo(host, placements);
}
