/** JSON Schema, as much of it as the server says of an endpoint's records. */
export type Schema = {
  type?: string | readonly string[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
};

/** What a column holds. `json` is a list or an object, as JSON; `either` is one of several kinds, as text. */
export type ColumnKind = "text" | "integer" | "number" | "boolean" | "moment" | "either" | "json";
export type Column = { name: string; kind: ColumnKind };

/** Where fields are kept that no column is for, or whose value theirs cannot hold, as a JSON object. */
export const OTHER = "_other";

const KINDS: Readonly<Record<string, ColumnKind>> = {
  string: "text",
  integer: "integer",
  number: "number",
  boolean: "boolean",
};

function kindOf({ type, format }: Schema): ColumnKind {
  const types = [type ?? []].flat().filter((one) => one !== "null");
  if (types.includes("array") || types.includes("object")) return "json";
  if (types.length !== 1) return "either";
  if (format === "date-time") return "moment";
  return KINDS[types[0] ?? ""] ?? "either";
}

/** A column for each documented field, in the order of the schema. */
export function columnsOf({ properties = {} }: Schema): Column[] {
  return Object.entries(properties).map(([name, schema]) => ({ name, kind: kindOf(schema) }));
}

/** The text that JSON spells; undefined where it is none, or has half a sign (`"\ud800"`), which no UTF-8 can say. */
export function exactText(raw: string): string | undefined {
  if (!raw.startsWith('"')) return undefined;
  const text = JSON.parse(raw) as string;
  return text.isWellFormed() ? text : undefined;
}

/** What no column holds, as JSON; undefined where there is nothing. */
export function otherOf(fields: ReadonlyMap<string, string>): string | undefined {
  if (fields.size === 0) return undefined;
  return `{${[...fields].map(([name, raw]) => `${JSON.stringify(name)}:${raw}`).join(",")}}`;
}
