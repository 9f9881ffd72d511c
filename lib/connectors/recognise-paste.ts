import type { Connector } from "./connector";

/** What a pasted text was understood as: values by field id, and how to say so. Undefined for ordinary text. */
export type Recognised = { values: Record<string, string>; notice: string };

const normal = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");
const unquote = (text: string) =>
  text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, "$2")
    .trim();

type Pair = [name: string, value: string];

function pairsOfJson(text: string): Pair[] {
  if (!text.startsWith("{")) return [];
  try {
    const json: unknown = JSON.parse(text);
    const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
    return entries.flatMap(([name, value]): Pair[] => (typeof value === "string" ? [[name, value]] : []));
  } catch {
    return [];
  }
}

/** `-H "Name: value"` of a curl command, however it is quoted, and `-u user:password`. */
function pairsOfCurl(text: string): Pair[] {
  if (!/\bcurl\b/.test(text)) return [];
  const headers = [...text.matchAll(/(?:-H|--header)[\s=]*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const user = /(?:-u|--user)[\s=]*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(text);
  const login = user ? (user[1] ?? user[2] ?? user[3] ?? "") : "";
  return [...headers.flatMap(pairsOfLine), ...(login.includes(":") ? splitLogin(login) : [])];
}

const splitLogin = (login: string): Pair[] => [
  ["username", login.slice(0, login.indexOf(":"))],
  ["password", login.slice(login.indexOf(":") + 1)],
];

/** `Name: value` or `NAME=value`, with or without `export`. */
function pairsOfLine(line: string): Pair[] {
  const match = /^\s*(?:export\s+|-\s+)?["']?([A-Za-z][\w .-]{0,40}?)["']?\s*(?::|=)\s*(.+?)\s*[,;]?\s*$/.exec(line);
  return match?.[1] && match[2] ? [[match[1], match[2]]] : [];
}

/** `Bearer abc` is abc; `Basic …` is a user name and a password. */
function pairsOfScheme([name, value]: Pair): Pair[] {
  const [, scheme, token = ""] = /^(bearer|basic)\s+(\S+)$/i.exec(unquote(value)) ?? [];
  if (scheme?.toLowerCase() === "bearer") return [[name, token]];
  if (scheme?.toLowerCase() !== "basic") return [[name, value]];
  try {
    const login = atob(token);
    return login.includes(":") ? splitLogin(login) : [];
  } catch {
    return [];
  }
}

/**
 * Understands what people have at hand: a header line, several, JSON, a curl command, or all values one a line.
 * Recognition goes by names that the connector knows, never by the shape of a value.
 */
export function recognisePaste({ authentication: { fields } }: Connector, pasted: string): Recognised | undefined {
  const text = pasted.trim();
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const json = pairsOfJson(text);
  const curl = json.length > 0 ? [] : pairsOfCurl(text);
  const named = json.length > 0 ? json : curl.length > 0 ? curl : lines.flatMap(pairsOfLine);

  const values: Record<string, string> = {};
  for (const [name, value] of named.flatMap(pairsOfScheme)) {
    const field = fields.find(({ id, aliases }) => [id, ...aliases].some((alias) => normal(alias) === normal(name)));
    const clean = unquote(value);
    if (field && clean) values[field.id] ??= clean;
  }
  const bare = /^bearer\s+(\S+)$/i.exec(text)?.[1];
  const [first] = fields;
  if (bare && first && fields.length === 1) values[first.id] = bare;
  const isOneEach = fields.length > 1 && lines.length === fields.length && lines.every((line) => !/\s/.test(line));
  if (Object.keys(values).length === 0 && isOneEach) {
    fields.forEach(({ id }, index) => {
      values[id] = unquote(lines[index] ?? "");
    });
  }
  const filled = fields.filter(({ id }) => values[id]).map(({ label }) => label);
  return filled.length > 0 ? { values, notice: `Filled ${filled.join(" and ")} from what you pasted.` } : undefined;
}
