import "server-only";
import type { Connector } from "@/lib/connectors/connector";
import { findConnector } from "@/lib/connectors/registry";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { connectorReference } from "./credential-schema";

/** The connector that an input names. Throws a refusal where there is none of that id. */
export function findKnownConnector(input: unknown): Connector {
  const connector = findConnector(parseInput(connectorReference, input).connectorId);
  if (!connector) throw notFound("data source type");
  return connector;
}
