import type { FieldSchema, ObjectSchema } from "@/lib/connectors/record-fields";

export type Field = { path: string; type: string; personal?: true };

const isList = (field: FieldSchema): field is readonly [FieldSchema] => Array.isArray(field);

/** A path that is hidden, or lies in one that is. A list's `*` may be left out of it. */
function isPersonal(path: readonly string[], hidden: readonly string[]): boolean {
  const [first, ...rest] = hidden;
  if (first === undefined) return true;
  const [key, ...deeper] = path;
  if (key === undefined) return false;
  if (key === first || first === "*") return isPersonal(deeper, rest);
  return key === "*" && isPersonal(deeper, hidden);
}

/** Every documented field by its path, `*` for each entry of a list, with its type and whether it is about people. */
export function listFields(schema: ObjectSchema, personalFields: readonly string[]): Field[] {
  const shown = personalFields.flatMap((path) => (path.startsWith("!") ? [path.slice(1)] : []));
  const hidden = personalFields.map((path) => path.split("."));
  const list = (field: FieldSchema, path: readonly string[]): Field[] => {
    if (isList(field)) return list(field[0], [...path, "*"]);
    if (typeof field === "object") return Object.entries(field).flatMap(([key, one]) => list(one, [...path, key]));
    const type = field === "either" ? "number or text" : field;
    const personal = shown.length > 0 ? !shown.includes(path[0] ?? "") : hidden.some((one) => isPersonal(path, one));
    return [{ path: path.join("."), type, ...(personal ? { personal } : {}) }];
  };
  return list(schema, []);
}
