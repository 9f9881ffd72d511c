/** Fixed text, or the value of a field. There is no template language: a value can never become syntax. */
export type Part<FieldId extends string = string> = string | { field: FieldId };

/** Where in a request something stands that signs it. One without a field is a constant of the provider's. */
export type Placement<FieldId extends string = string> =
  | { in: "header"; name: string; parts: readonly Part<FieldId>[] }
  /** It is part of the address, and so of logs on the way: only where the provider knows no other. */
  | { in: "query"; name: string; parts: readonly Part<FieldId>[] }
  | { in: "basic"; username: readonly Part<FieldId>[]; password: readonly Part<FieldId>[] };

export const bearer = <const FieldId extends string>(field: FieldId): Placement<FieldId> => ({
  in: "header",
  name: "Authorization",
  parts: ["Bearer ", { field }],
});

export const header = <const FieldId extends string>(name: string, field: FieldId): Placement<FieldId> => ({
  in: "header",
  name,
  parts: [{ field }],
});

export const constant = (name: string, text: string): Placement<never> => ({ in: "header", name, parts: [text] });

export const partsOf = (placement: Placement): readonly Part[] =>
  placement.in === "basic" ? [...placement.username, ...placement.password] : placement.parts;

/** The fields whose values it carries. */
export const fieldsIn = (placement: Placement): string[] =>
  partsOf(placement).flatMap((part) => (typeof part === "string" ? [] : [part.field]));

/** The text of the parts, each field spelled by `spell`. */
export const joinParts = (parts: readonly Part[], spell: (field: string) => string): string =>
  parts.map((part) => (typeof part === "string" ? part : spell(part.field))).join("");

/** A value without the fixed text that its connector sends around it, where that was copied along. */
export function bareValue(placements: readonly Placement[], field: string, value: string): string {
  const isField = (part: Part) => typeof part !== "string" && part.field === field;
  const lists = placements.flatMap((one) => (one.in === "basic" ? [one.username, one.password] : [one.parts]));
  const parts = lists.find((list) => list.some(isField)) ?? [];
  const at = parts.findIndex(isField);
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)].map((list) =>
    list.filter((part) => typeof part === "string").join(""),
  );
  const begun = before && value.toLowerCase().startsWith(before.toLowerCase()) ? value.slice(before.length) : value;
  return after && begun.endsWith(after) ? begun.slice(0, -after.length) : begun;
}

/** The placements that these values fill: one with a field that was left empty is left out. */
export const filled = (placements: readonly Placement[], values: Readonly<Record<string, string>>): Placement[] =>
  placements.filter((placement) => fieldsIn(placement).every((field) => values[field]));
