import type { Placement } from "@/lib/connectors/placements";
import type { Paging } from "@/lib/connectors/reading";

// A definition as a form has it: a text for each input. `kept` is what of a file no input shows, as JSON: it stays.

/** Fixed text, a value, fixed text. */
export type Slot = { before: string; field: string; after: string; kept: string };
export type FieldRow = { id: string; label: string; help: string; kind: "secret" | "plain" | "optional" };
/** `one` is what is sent, or the user name; `two` is the password. */
export type PlacementRow = { in: Placement["in"]; name: string; one: Slot; two: Slot };
export type ParameterRow = { id: string; label: string; kind: "text" | "datetime" | "boolean"; kept: string };
export type EndpointRow = {
  id: string;
  name: string;
  summary: string;
  path: string;
  records: string;
  key: string;
  shown: string;
  paging: Paging["kind"];
  parameter: string;
  sizeParameter: string;
  size: string;
  at: string;
  parameters: ParameterRow[];
  kept: string;
};

export type OwnForm = {
  name: string;
  summary: string;
  host: string;
  fields: FieldRow[];
  placements: PlacementRow[];
  proof: {
    method: "GET" | "POST";
    path: string;
    body: string;
    kind: "object" | "array";
    at: string;
    holdsAt: string;
    holdsIs: string;
    statuses: string;
    forbidden: "" | "refused" | "unclear" | "right";
    right: string;
    identity: "" | "person" | "tenant";
    identityId: string;
    kept: string;
  };
  guide: { steps: string; roles: string; warnings: string };
  limits: { seconds: string; day: string };
  endpoints: EndpointRow[];
};

export const emptySlot: Slot = { before: "", field: "", after: "", kept: "" };
export const newPlacement = (): PlacementRow => ({ in: "header", name: "", one: emptySlot, two: emptySlot });
export const newParameter = (): ParameterRow => ({ id: "", label: "", kind: "text", kept: "" });
export const newEndpoint = (): EndpointRow => ({
  ...{ id: "", name: "", summary: "", path: "", records: "data", key: "id", shown: "", paging: "none" },
  ...{ parameter: "", sizeParameter: "", size: "100", at: "", parameters: [], kept: "" },
});

/** An id that no other row has. */
export function newField(rows: readonly FieldRow[]): FieldRow {
  const ids = ["apiKey", ...rows.map((_, index) => `value${index + 2}`), `value${rows.length + 2}`];
  const id = ids.find((one) => !rows.some((row) => row.id === one)) ?? "";
  return { id, label: rows.length === 0 ? "API Key" : "", help: "", kind: "secret" };
}

export const emptyForm = (): OwnForm => ({
  name: "",
  summary: "",
  host: "",
  fields: [newField([])],
  placements: [
    { in: "header", name: "Authorization", one: { ...emptySlot, before: "Bearer ", field: "apiKey" }, two: emptySlot },
  ],
  proof: {
    ...{ method: "GET", path: "", body: "", kind: "object", at: "", holdsAt: "", holdsIs: "", statuses: "" },
    ...{ forbidden: "", right: "", identity: "", identityId: "", kept: "" },
  } as OwnForm["proof"],
  guide: { steps: "", roles: "", warnings: "" },
  limits: { seconds: "1", day: "10000" },
  endpoints: [],
});

/** What the form holds: under one name, as the server says what is wrong with it. */
export type DefinitionForm = { definition: OwnForm };
