import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { ConnectorTile } from "@/lib/connectors/connector-tile";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { listTiles } from "@/lib/own-connectors/list-tiles";
import { signInOf } from "@/lib/own-connectors/sign-in-of";

/** What a new credential can be for. No page has all of them: whoever is about to add one asks. */
export async function listTypes(actor: Actor): Promise<ConnectorTile[]> {
  authorize(actor, "credential:create");
  return listTiles(actor);
}

/** What the overlay of one type asks for. */
export async function getType(actor: Actor, input: unknown): Promise<SignInConnector> {
  authorize(actor, "credential:create");
  return signInOf(actor, await findKnownConnector(actor, input));
}
