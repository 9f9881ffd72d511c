import "server-only";
import { fieldsIn, type Placement } from "@/lib/connectors/placements";
import { Refusal } from "@/lib/platform/errors";
import { DEFINED_AT_MOST, type Definition } from "./definition-dto";

/** What is stored of a definition. Throws a refusal where all of it together is too long. */
export function textOf(definition: Definition): string {
  const text = JSON.stringify(definition);
  if (text.length <= DEFINED_AT_MOST.text) return text;
  throw new Refusal("INVALID_INPUT", "A connector's definition can have at most 64 KB.");
}

export const definitionNameTaken = (): Refusal =>
  new Refusal("NAME_TAKEN", "This name is taken.", {
    fields: {
      "definition.name": "Another connector already has this name, or one that looks like it. Choose a different name.",
    },
  });

function placeWords(placement: Placement): string {
  if (placement.in === "basic") return "basic authorization";
  return `${placement.in} ${placement.name}${fieldsIn(placement).length === 0 ? " (fixed)" : ""}`;
}

/** Where values go and how they travel, as the trail has it: names, and nothing that is sent. */
export const tripWords = ({ host, placements }: Definition): string[] => [
  `host ${host}`,
  ...placements.map(placeWords),
];
