import type { Connector, CredentialField, Endpoint } from "@/lib/connectors/connector";
import { fieldsIn, type Placement } from "@/lib/connectors/placements";
import { DAY } from "@/lib/connectors/spans";
import {
  DEFINED_AT_MOST,
  type DefinedEndpoint,
  type DefinedField,
  type Definition,
  OWN_CATEGORY,
} from "./definition-dto";

const NOUNS = ["values", "key", "pair"];

/** Where a field is sent, in words for the form that asks for it. */
function sentIn(placements: readonly Placement[], id: string): string {
  const placement = placements.find((one) => fieldsIn(one).includes(id));
  if (!placement) return "";
  if (placement.in === "basic") return "Sent in the Authorization: Basic header.";
  return placement.in === "header"
    ? `Sent in the header ${placement.name}.`
    : `Sent as ${placement.name}, in the address.`;
}

function fieldOf(field: DefinedField, placements: readonly Placement[]): CredentialField {
  const { id, label } = field;
  const words = {
    id,
    label,
    help: field.help || sentIn(placements, id),
    aliases: [label.toLowerCase(), id.toLowerCase()],
  };
  if (field.secret) return { ...words, secret: true };
  const plain = { ...words, secret: false, kind: "text", maxLength: DEFINED_AT_MOST.plainValue } as const;
  return field.optional ? { ...plain, optional: true } : plain;
}

function endpointOf({ summary, parameters, reading, ...endpoint }: DefinedEndpoint): Endpoint {
  return {
    ...endpoint,
    summary: summary || endpoint.name,
    method: "GET",
    reading: defined(reading),
    parameters: parameters.map(({ required, kind, ...words }) => ({
      ...words,
      ...(required ? { required } : {}),
      ...(kind === "text" ? { kind, maxLength: DEFINED_AT_MOST.plainValue } : { kind }),
    })),
  };
}

/** Without what is there and undefined, as JSON has it. */
const defined = <T>(part: T) => JSON.parse(JSON.stringify(part));

/** The connector that a definition describes: held to the same as the built-in ones, and never looking like one. */
export function connectorOfDefinition(id: string, definition: Definition): Connector {
  const { name, summary, host, fields, placements, proof, guide, limits, endpoints } = definition;
  const whom = guide.roles || `Ask whoever looks after ${name}.`;
  return {
    id,
    name,
    summary: summary || `Your own connector for ${host}.`,
    category: OWN_CATEGORY,
    mark: { path: "", tone: "indigo" },
    hosts: { api: { kind: "fixed", origin: `https://${host}` } },
    authentication: {
      noun: NOUNS[fields.length] ?? "set",
      fields: fields.map((field) => fieldOf(field, placements)),
      placements,
      guide: {
        steps: guide.steps.length > 0 ? guide.steps : [`Get the values of ${name} and paste them here.`],
        roles: whom,
        warnings: guide.warnings,
      },
      refusal: {
        causes: ["A value was revoked or replaced.", "A value was copied incompletely."],
        nextStep: `Copy the values again, or get new ones. ${whom}`,
      },
    },
    verification: defined(proof),
    limits: [
      { requests: 1, seconds: limits.seconds, of: "account" },
      { requests: limits.day, seconds: DAY, of: "account" },
    ],
    endpoints: endpoints.map(endpointOf),
  };
}
