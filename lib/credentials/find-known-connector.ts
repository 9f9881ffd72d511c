import "server-only";
import type { Connector } from "@/lib/connectors/connector";
import { findConnector } from "@/lib/connectors/registry";
import { notFound, Refusal } from "@/lib/platform/errors";
import { peek } from "@/lib/platform/peek";

/** The connector that an input names, before the rest is parsed. Throws a refusal where there is none of that id. */
export function findKnownConnector(input: unknown): Connector {
  const id = peek(input, "connectorId");
  if (typeof id !== "string")
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { connectorId: "Name a connector." } });
  const connector = findConnector(id);
  if (!connector) throw notFound("data source type");
  return connector;
}
