import { EXIT, Failure, isFailure } from "../failure";
import type { Client, Json } from "./client";

/** What may be an id: names may look so, too. */
const ID = /^[\w-]{8,}$/;

type Kind = { path: string; noun: string /** Whether the list can be searched by `q`. */; isSearched?: boolean };
export const CREDENTIAL: Kind = { path: "/credentials", noun: "credential", isSearched: true };
export const SOURCE: Kind = { path: "/data-sources", noun: "data source" };

const plain = (name: string) => name.normalize("NFC").trim().toLowerCase();

function only(kind: Kind, name: string, found: Json[]): Json {
  const exact = found.filter((one) => one.name === name);
  const meant = exact.length > 0 ? exact : found;
  if (meant.length === 1) return meant[0];
  const list = meant.map(({ id }) => id).join(", ");
  const words = meant.length > 1 ? `More than one ${kind.noun} is called "${name}": ${list}. Use its id.` : "";
  throw new Failure(EXIT.notFound, words || `There is no ${kind.noun} "${name}".`);
}

/** What is meant, by its id or by its name where only one has it. */
export async function findNamed(client: Client, kind: Kind, name: string): Promise<Json> {
  if (ID.test(name)) {
    try {
      return await client.get(`${kind.path}/${name}`);
    } catch (error) {
      if (!isFailure(error) || error.exitCode !== EXIT.notFound) throw error;
    }
  }
  const query = kind.isSearched ? { q: name } : undefined;
  const found: Json[] = [];
  for await (const one of client.list(kind.path, query)) if (plain(one.name) === plain(name)) found.push(one);
  return only(kind, name, found);
}

/** The same, with its revision, which not every list has: a change names it. Seen before anything is made of it. */
export async function findToChange(client: Client, kind: Kind, name: string): Promise<Json> {
  const found = await findNamed(client, kind, name);
  return found.revision === undefined ? client.get(`${kind.path}/${found.id}`) : found;
}

/** What is meant, where the token may read the source and no more: then only its id will do. */
export async function findSourceToRead(client: Client, name: string): Promise<Json> {
  try {
    return await findNamed(client, SOURCE, name);
  } catch (error) {
    if (isFailure(error) && error.exitCode === EXIT.notAllowed && error.problem?.code === "FORBIDDEN" && ID.test(name))
      return { id: name };
    throw error;
  }
}

/** A connector with its fields and endpoints, by id or name. */
export async function findConnector(client: Client, name: string): Promise<Json> {
  const connectors = await client.all("/connectors");
  const found = connectors.find(({ id }) => id === name) ?? connectors.find((one) => plain(one.name) === plain(name));
  const known = connectors.map(({ id }) => id).join(", ");
  if (!found) throw new Failure(EXIT.notFound, `There's no connector "${name}". Available: ${known}.`);
  return client.get(`/connectors/${encodeURIComponent(found.id)}`);
}
