import "server-only";
import { offeredConnectors } from "@/lib/checks/offered-connectors";
import type { Connector } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { allConnectors, findConnector } from "@/lib/connectors/registry";
import { customHost, hasCustomHosts } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { connectorOfDefinition } from "./connector-of-definition";
import type { Definition } from "./definition-dto";
import { storedText } from "./definition-schema";
import { isOwnId } from "./known-id";
import { findOwnRow, listOwnRows, type OwnConnectorRow } from "./own-connector-repository";

/** The connector of an id, where all that may be asked for were looked up before. */
export type FindConnector = (id: string) => AnyConnector | undefined;

/** What a row describes. Undefined where somebody wrote something else into it than a definition. */
export function connectorOfRow(row: OwnConnectorRow): Connector | undefined {
  const parsed = storedText.safeParse(row.definition);
  if (!parsed.success) {
    log.error({ connectorId: row.id, version: row.version }, "a stored definition of a connector is not usable");
    return undefined;
  }
  const data = parsed.data as Definition;
  const { id, version, isVerifiable, confirmedAt } = row;
  const isUnconfirmed = confirmedAt === null && customHost(data.host)?.isListed !== true;
  return { ...connectorOfDefinition(id, data), own: { version, host: data.host, isVerifiable, isUnconfirmed } };
}

/** The connector of that id in a workspace. A built-in one takes no statement. */
export async function connectorIn(workspaceId: string, id: string): Promise<AnyConnector | undefined> {
  if (!isOwnId(id)) return findConnector(id);
  const row = await findOwnRow(workspaceId, id);
  return row && connectorOfRow(row);
}

/** One that can have endpoints. */
export async function httpConnectorIn(workspaceId: string, id: string): Promise<Connector | undefined> {
  const connector = await connectorIn(workspaceId, id);
  return connector?.kind === "database" ? undefined : connector;
}

async function ownConnectors(workspaceId: string): Promise<Connector[]> {
  return (await listOwnRows(workspaceId)).flatMap((row) => connectorOfRow(row) ?? []);
}

/** The same for all rows of a list: one statement for them together, and none where all are of built-in ones. */
export async function connectorsIn(workspaceId: string, ids: Iterable<string>): Promise<FindConnector> {
  if (![...ids].some(isOwnId)) return findConnector;
  const own = new Map((await ownConnectors(workspaceId)).map((connector) => [connector.id, connector]));
  return (id) => own.get(id) ?? findConnector(id);
}

/** Every connector that a workspace can choose now; its own ones come first. No statement where the operator allows none. */
export async function listKnownConnectors(workspaceId: string): Promise<readonly AnyConnector[]> {
  const offered = offeredConnectors();
  if (!hasCustomHosts()) return offered;
  const own = (await ownConnectors(workspaceId)).filter(({ own }) => own && customHost(own.host) !== undefined);
  return [...own, ...offered];
}

/** For a list: the connectors of its rows, and what all are called that it can be narrowed to. One statement at most. */
export async function typesOfList(
  workspaceId: string,
  ids: readonly string[],
): Promise<{ find: FindConnector; typeNames: Record<string, string> }> {
  const own = hasCustomHosts() || ids.some(isOwnId) ? await ownConnectors(workspaceId) : [];
  const known = new Map<string, AnyConnector>([...own, ...allConnectors].map((connector) => [connector.id, connector]));
  return {
    find: (id) => known.get(id),
    typeNames: Object.fromEntries([...known.values()].map(({ id, name }) => [id, name])),
  };
}
