import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { isOffered } from "@/lib/checks/offered-connectors";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { notFound, Refusal } from "@/lib/platform/errors";
import { peek } from "@/lib/platform/peek";

/** The connector that an input names, before the rest is parsed. Throws a refusal where there is none of that id. */
export async function findKnownConnector(
  { workspaceId }: Pick<Actor, "workspaceId">,
  input: unknown,
): Promise<AnyConnector> {
  const id = peek(input, "connectorId");
  if (typeof id !== "string")
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { connectorId: "Name a connector." } });
  const connector = await connectorIn(workspaceId, id);
  if (!connector) throw notFound("data source type");
  if (!isOffered(connector)) {
    const connectorId = "This server has no databases: its operator allows no host of one (DATABASE_HOSTS).";
    throw new Refusal("INVALID_INPUT", connectorId, { fields: { connectorId } });
  }
  return connector;
}
