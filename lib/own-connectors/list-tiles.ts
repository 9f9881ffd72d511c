import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { ConnectorTile } from "@/lib/connectors/connector-tile";
import { tileOf } from "@/lib/connectors/tile-of";
import { listKnownConnectors } from "./find-connector";
import { listOwnConnectors } from "./own-connectors";
import { ownWords } from "./own-words-dto";

/** Every connector that can be chosen, its own ones with whose they are. */
export async function listTiles(actor: Actor): Promise<ConnectorTile[]> {
  const known = await listKnownConnectors(actor.workspaceId);
  const own = known.some((connector) => connector.own) ? await listOwnConnectors(actor) : [];
  return known.map((connector) => {
    const defined = own.find(({ id }) => id === connector.id);
    return { ...tileOf(connector), ...(defined ? { own: ownWords(defined) } : {}) };
  });
}
