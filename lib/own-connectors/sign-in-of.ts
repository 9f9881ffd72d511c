import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { getOwnConnector } from "./own-connectors";
import { ownWords } from "./own-words-dto";

/** What signing in with a connector needs of it. One of the workspace's own says whose it is. */
export async function signInOf(actor: Actor, connector: AnyConnector): Promise<SignInConnector> {
  const { id, name, authentication, own } = connector;
  const about = own ? { about: `${name}. ${ownWords(await getOwnConnector(actor, id))}` } : {};
  return { id, name, authentication, ...about };
}
