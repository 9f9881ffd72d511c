import type { SignInConnector } from "./connector";
import { hostName, reduceHost } from "./hosts";
import { keyNotices } from "./key-notices";
import { isCurl, type NamedPair, namedPairs, unquote, withoutVariable } from "./named-pairs";
import { bareValue } from "./placements";
import { looksLikeAddress } from "./suspect-values";

/**
 * What a pasted text was understood as, with the sentence that says so: values by field id, a text to put in its place
 * at the cursor, doubtful where it looks like something else, or nothing that may be filled in.
 */
export type Recognised =
  | { kind: "values"; values: Record<string, string>; notice: string }
  | { kind: "text"; text: string; notice: string; isDoubtful?: true }
  | { kind: "refused"; notice: string };

/** A curl command with everything a browser adds is shorter. */
const LONGEST = 20_000;

const normal = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");

const wordsOf = (name: string) => (/^[A-Z0-9_]+$/.test(name) ? name.split("_") : [name]);

/** By which alias a name means a field: the whole name, or the end of a variable's, CLARI_API_KEY say. */
function aliasOf({ id, aliases }: SignInConnector["authentication"]["fields"][number], name: string) {
  const known = [id, ...aliases].map(normal);
  const ends = wordsOf(name).map((_, at, words) => normal(words.slice(at).join("_")));
  return ends.find((end) => known.includes(end));
}

function fieldsByName(connector: SignInConnector, pairs: NamedPair[]): Record<string, string> {
  const { fields } = connector.authentication;
  const own = connector.id.split("-");
  const values: Record<string, string> = {};
  for (const field of fields) {
    const found = pairs.flatMap(([name, value]) => {
      const alias = aliasOf(field, name);
      const clean = bareValue(connector.authentication.placements ?? [], field.id, unquote(value));
      if (alias === undefined || !clean) return [];
      const isWhole = alias === normal(name);
      const isOwn = own.some((word) => normal(name).startsWith(word));
      // Among many variables, one that only ends so is another provider's.
      if (!isWhole && !isOwn && pairs.length > fields.length) return [];
      return [{ clean, weight: isWhole ? 3000 : (isOwn ? 1000 : 0) + alias.length }];
    });
    const [best] = found.toSorted((one, other) => other.weight - one.weight);
    if (best) values[field.id] = best.clean;
  }
  return values;
}

/** The part of a host that people type, out of an address in what they pasted. */
function fieldsByAddress({ authentication }: SignInConnector, text: string): Record<string, string> {
  const address = /https?:\/\/[^\s"']+/.exec(text)?.[0];
  if (!address) return {};
  return Object.fromEntries(
    authentication.fields.flatMap((field) => {
      const host = !field.secret && field.kind === "text" ? field.host : undefined;
      const value = host && reduceHost(address, host);
      return value && hostName(value, host) ? [[field.id, value] as const] : [];
    }),
  );
}

/** The notice of a key that belongs to another product. It stands only where nothing else names this one's values. */
function mistaken(connector: SignInConnector, text: string, pairs: NamedPair[]): string | undefined {
  const { mistakenFor = [], fields } = connector.authentication;
  const found = mistakenFor.find(
    ({ header, hosts }) =>
      pairs.some(([name]) => name === header) || (isCurl(text) && hosts.some((host) => text.includes(`//${host}`))),
  );
  const others = pairs.filter(([name]) => name !== found?.header);
  const isWhole = fields.slice(1).some(({ id }) => fieldsByName(connector, others)[id]);
  return isWhole ? undefined : found?.notice;
}

/** What draws nothing, and comes along from web pages and documents. No key has any of it. */
const UNSEEN = /[\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]/g;

/** One value alone, with what people copy along with it. */
function cleanText(pasted: string): Recognised | undefined {
  const text = pasted.trim();
  const variable = withoutVariable(text);
  if (variable !== text)
    return { kind: "text", text: unquote(variable), notice: "We removed the name in front of the value." };
  const unquoted = unquote(text);
  const bearer = /^bearer\s+(\S+)$/i.exec(unquoted)?.[1];
  if (bearer) return { kind: "text", text: bearer, notice: "We removed the word Bearer in front of the value." };
  if (unquoted !== text && unquoted)
    return { kind: "text", text: unquoted, notice: "We removed the quotes around the value." };
  if (text !== pasted) return { kind: "text", text, notice: "We removed spaces or line breaks around the value." };
  return undefined;
}

/** What its provider wants around a value is put there by the app. */
const ownText = (text: string | undefined): Recognised | undefined =>
  text ? { kind: "text", text, notice: "We removed what stood around the value: we send that ourselves." } : undefined;

/** It is put in all the same: the shape of a value says nothing for certain. */
function doubted({ authentication: { fields } }: SignInConnector, text: string): Recognised | undefined {
  if (!looksLikeAddress(text) || !fields.every(({ secret }) => secret)) return undefined;
  return {
    kind: "text",
    text,
    notice: "This looks like an address and not like a value. Look whether you copied the right one.",
    isDoubtful: true,
  };
}

type Dsns = typeof import("./recognise-dsn");

/**
 * Understands what people have at hand: a header line, several, JSON, a curl command, or all values one a line.
 * Recognition goes by names that the connector knows, never by the shape of a value. Undefined for text that can be
 * pasted as it is.
 * @param dsns what only databases need
 */
export function recognisePaste(connector: SignInConnector, pasted: string, dsns?: Dsns): Recognised | undefined {
  if (pasted.length > LONGEST) return { kind: "refused", notice: "What you pasted is too long to be a value." };
  const seen = pasted.replace(UNSEEN, "");
  const recognised = recogniseSeen(connector, seen, dsns);
  if (recognised || seen === pasted) return recognised;
  return { kind: "text", text: seen, notice: "We removed invisible characters from the value." };
}

/** Said in the order of the form, with what follows the labels. */
function filledIn(connector: SignInConnector, values: Record<string, string>, more: string[]): Recognised | undefined {
  const filled = connector.authentication.fields.filter(({ id }) => values[id]).map(({ label }) => label);
  if (filled.length === 0) return undefined;
  const named = [filled.slice(0, -1).join(", "), ...filled.slice(-1)].filter(Boolean).join(" and ");
  return { kind: "values", values, notice: [`Filled ${named} from what you pasted.`, ...more].join(" ") };
}

function recogniseSeen(connector: SignInConnector, pasted: string, dsns?: Dsns): Recognised | undefined {
  const { login } = connector.authentication;
  const dsn = login && dsns?.recogniseDsn(login, pasted);
  if (dsns && dsn) return filledIn(connector, dsn.values, dsns.sslmodeNotice(dsn));
  const text = pasted.trim();
  const { fields } = connector.authentication;
  const pairs = namedPairs(text);
  const notice = mistaken(connector, text, pairs);
  if (notice) return { kind: "refused", notice: `${notice} Nothing was filled in.` };

  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const named = { ...fieldsByAddress(connector, text), ...fieldsByName(connector, pairs) };
  // A row of a table has a tab between.
  const cells = lines.length === 1 ? text.split(/\t+/).map((cell) => cell.trim()) : lines;
  const isOneEach = fields.length > 1 && cells.length === fields.length && cells.every((cell) => !/\s/.test(cell));
  const values =
    Object.keys(named).length > 0 || !isOneEach
      ? named
      : Object.fromEntries(fields.map(({ id }, index) => [id, unquote(withoutVariable(cells[index] ?? ""))]));
  const filled = filledIn(connector, values, keyNotices(connector, values));
  if (filled) return filled;
  // A one-line field would join the lines into something that is no value at all.
  if (lines.length > 1)
    return {
      kind: "refused",
      notice: "We couldn't make sense of the lines you pasted, so we filled in nothing.",
    };
  const own = fields
    .map(({ id }) => bareValue(connector.authentication.placements ?? [], id, text))
    .find((bare) => bare !== text);
  return cleanText(own ?? pasted) ?? ownText(own) ?? doubted(connector, text);
}

export type Recogniser = (pasted: string) => Recognised | undefined;

/** What recognises what is pasted for a connector. What only databases need is fetched for them alone. */
export async function recogniserOf(connector: SignInConnector): Promise<Recogniser> {
  const dsns = connector.authentication.login && (await import("./recognise-dsn").catch(() => undefined));
  return (pasted) => recognisePaste(connector, pasted, dsns);
}
