import { counted } from "@/lib/platform/counted-dto";
import { Refusal } from "@/lib/platform/errors";
import type { NeededPart } from "./own-connector-use-repository";

const NAMED = 3;

function sentenceOf({ parameterId, name, place, count, sources }: NeededPart): string {
  const [used, uses] = parameterId === undefined ? ["read", "reads"] : ["set", "sets"];
  const names = sources.slice(0, NAMED).map((source) => `“${source.name}”`);
  const more = count > names.length ? ` and ${count - names.length} more` : "";
  const what = place.endsWith(".kind") ? "Its kind can change" : "It can go";
  return `${name} is ${used} by ${counted(count, "data source")}: ${names.join(", ")}${more}. ${what} once none ${uses} it.`;
}

/** Why a version is refused that takes away what data sources need, each part where the form has its place. */
export function neededRefusal(needed: readonly NeededPart[]): Refusal {
  const fields: Record<string, string> = {};
  for (const part of needed) {
    const place = `definition.${part.place}`;
    fields[place] = [fields[place] ?? [], sentenceOf(part)].flat().join(" ");
  }
  const all = new Map(needed.flatMap(({ sources }) => sources.map((source) => [source.id, source] as const)));
  return new Refusal("IN_USE", "Data sources need what this takes away, so nothing was saved.", {
    fields,
    blockers: [...all.values()].slice(0, 100),
  });
}
