import type { Part, Placement } from "@/lib/connectors/placements";
import type { DefinedField, Definition } from "@/lib/own-connectors/definition-dto";
import { endpointOf, endpointRow } from "./endpoint-rows";
import { figure, linesOf } from "./form-text";
import { emptySlot, type FieldRow, type OwnForm, type PlacementRow, type Slot } from "./own-form";
import { proofForm, proofOf } from "./proof-form";

function slotOf(parts: readonly Part[]): Slot {
  const at = parts.findIndex((part) => typeof part !== "string");
  if (at === -1) return { ...emptySlot, before: parts.join("") };
  const found = parts[at];
  const rest = parts.slice(at + 1);
  const isText = rest.every((part) => typeof part === "string");
  return {
    before: parts.slice(0, at).join(""),
    field: typeof found === "object" ? found.field : "",
    after: isText ? rest.join("") : "",
    kept: isText ? "" : JSON.stringify(rest),
  };
}

function partsOf({ before, field, after, kept: rest }: Slot): Part[] {
  const parts: Part[] = [before, ...(field ? [{ field }] : []), after].filter((part) => part !== "");
  return [...parts, ...(rest ? (JSON.parse(rest) as Part[]) : [])];
}

const fieldRow = (field: DefinedField): FieldRow => ({
  ...{ id: field.id, label: field.label, help: field.help },
  kind: field.secret ? "secret" : field.optional ? "optional" : "plain",
});

function fieldOf({ kind, ...words }: FieldRow): DefinedField {
  if (kind === "secret") return { ...words, secret: true };
  return kind === "optional" ? { ...words, secret: false, optional: true } : { ...words, secret: false };
}

const placementRow = (placement: Placement): PlacementRow =>
  placement.in === "basic"
    ? { in: "basic", name: "", one: slotOf(placement.username), two: slotOf(placement.password) }
    : { in: placement.in, name: placement.name, one: slotOf(placement.parts), two: emptySlot };

const placementOf = ({ in: place, name, one, two }: PlacementRow): Placement =>
  place === "basic"
    ? { in: "basic", username: partsOf(one), password: partsOf(two) }
    : { in: place, name: name.trim(), parts: partsOf(one) };

export const formOf = (definition: Definition): OwnForm => ({
  ...{ name: definition.name, summary: definition.summary, host: definition.host },
  fields: definition.fields.map(fieldRow),
  placements: definition.placements.map(placementRow),
  proof: proofForm(definition.proof),
  guide: {
    steps: definition.guide.steps.join("\n"),
    roles: definition.guide.roles,
    warnings: definition.guide.warnings.join("\n"),
  },
  limits: { seconds: String(definition.limits.seconds), day: String(definition.limits.day) },
  endpoints: definition.endpoints.map(endpointRow),
});

export const definitionOf = (form: OwnForm): Definition => ({
  ...{ name: form.name, summary: form.summary, host: form.host.trim() },
  fields: form.fields.map(fieldOf),
  placements: form.placements.map(placementOf),
  proof: proofOf(form.proof),
  guide: { steps: linesOf(form.guide.steps), roles: form.guide.roles, warnings: linesOf(form.guide.warnings) },
  limits: { seconds: figure(form.limits.seconds), day: figure(form.limits.day) },
  endpoints: form.endpoints.map(endpointOf),
});
