import type { SignInConnector } from "./connector";
import { isCurl, type NamedPair, namedPairs, unquote } from "./named-pairs";

/**
 * What a pasted text was understood as, with the sentence that says so: values by field id, a text to put in its place
 * at the cursor, or nothing that may be filled in.
 */
export type Recognised =
  | { kind: "values"; values: Record<string, string>; notice: string }
  | { kind: "text"; text: string; notice: string }
  | { kind: "refused"; notice: string };

/** A curl command with everything a browser adds is shorter. */
const LONGEST = 20_000;

const normal = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");

function fieldsByName({ authentication: { fields } }: SignInConnector, pairs: NamedPair[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const field = fields.find(({ id, aliases }) => [id, ...aliases].some((alias) => normal(alias) === normal(name)));
    const clean = unquote(value);
    if (field && clean) values[field.id] ??= clean;
  }
  return values;
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

/** One value alone, with what people copy along with it. */
function cleanText(pasted: string): Recognised | undefined {
  const text = pasted.trim();
  const unquoted = unquote(text);
  const bearer = /^bearer\s+(\S+)$/i.exec(unquoted)?.[1];
  if (bearer) return { kind: "text", text: bearer, notice: "The word Bearer in front of the value was removed." };
  if (unquoted !== text && unquoted)
    return { kind: "text", text: unquoted, notice: "The quotes around the pasted value were removed." };
  if (text !== pasted)
    return { kind: "text", text, notice: "Spaces or line breaks around the pasted value were removed." };
  return undefined;
}

/**
 * Understands what people have at hand: a header line, several, JSON, a curl command, or all values one a line.
 * Recognition goes by names that the connector knows, never by the shape of a value. Undefined for text that can be
 * pasted as it is.
 */
export function recognisePaste(connector: SignInConnector, pasted: string): Recognised | undefined {
  if (pasted.length > LONGEST) return { kind: "refused", notice: "What you pasted is too long to be a value." };
  const text = pasted.trim();
  const { fields } = connector.authentication;
  const pairs = namedPairs(text);
  const notice = mistaken(connector, text, pairs);
  if (notice) return { kind: "refused", notice: `${notice} Nothing was filled in.` };

  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const named = fieldsByName(connector, pairs);
  const isOneEach = fields.length > 1 && lines.length === fields.length && lines.every((line) => !/\s/.test(line));
  const values =
    Object.keys(named).length > 0 || !isOneEach
      ? named
      : Object.fromEntries(fields.map(({ id }, index) => [id, unquote(lines[index] ?? "")]));
  const filled = fields.filter(({ id }) => values[id]).map(({ label }) => label);
  if (filled.length > 0)
    return { kind: "values", values, notice: `Filled ${filled.join(" and ")} from what you pasted.` };
  // A one-line field would join the lines into something that is no value at all.
  if (lines.length > 1)
    return {
      kind: "refused",
      notice: "What you pasted has several lines and could not be understood, so nothing was filled in.",
    };
  return cleanText(pasted);
}
