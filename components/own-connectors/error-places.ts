import type { ErrorDto } from "@/lib/platform/result-dto";

/** Where the server sees a problem, and the input that shows it; the first that fits counts. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^(fields\.\d+)(\..*)?$/, "$1.label"],
  [/^fields$/, "fields.0.label"],
  [/^(placements\.\d+\.name)$/, "$1"],
  [/^(placements\.\d+)(\..*)?$/, "$1.in"],
  [/^placements$/, "placements.0.in"],
  [/^proof\.expect.*$/, "proof.at"],
  [/^proof\.holds.*$/, "proof.holdsAt"],
  [/^proof\.refused.*$/, "proof.statuses"],
  [/^proof\.forbidden\.mayNotRead$/, "proof.right"],
  [/^proof\.forbidden.*$/, "proof.forbidden"],
  [/^proof\.identity.*$/, "proof.identityId"],
  [/^proof$/, "proof.path"],
  [/^(guide\.\w+)\..*$/, "$1"],
  [/^(endpoints\.\d+)\.id$/, "$1.name"],
  [/^(endpoints\.\d+\.parameters\.\d+)(\..*)?$/, "$1.id"],
  [/^(endpoints\.\d+\.parameters)$/, "$1"],
  [/^(endpoints\.\d+)\.reading\.records.*$/, "$1.records"],
  [/^(endpoints\.\d+)\.reading\.key$/, "$1.key"],
  [/^(endpoints\.\d+)\.reading\.personalFields.*$/, "$1.shown"],
  [/^(endpoints\.\d+)\.reading\.paging\.parameter$/, "$1.parameter"],
  [/^(endpoints\.\d+)\.reading\.paging\.size.*$/, "$1.size"],
  [/^(endpoints\.\d+)\.reading\.paging\.at.*$/, "$1.at"],
  [/^(endpoints\.\d+)\.reading.*$/, "$1.paging"],
  [/^(endpoints\.\d+)$/, "$1.name"],
];

const PREFIX = "definition.";

function placeOf(path: string): string {
  const inside = path.slice(PREFIX.length);
  const found = PLACES.find(([pattern]) => pattern.test(inside));
  return PREFIX + (found ? inside.replace(found[0], found[1]) : inside);
}

/** A refusal with its sentences where inputs are. What is wrong with the whole of it is the refusal itself. */
export function atInputs(error: ErrorDto): ErrorDto {
  if (!error.fields) return error;
  const { definition: whole, ...others } = error.fields;
  const fields: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(others))
    fields[path.startsWith(PREFIX) ? placeOf(path) : path] ??= sentence;
  return { ...error, ...(whole ? { message: whole } : {}), fields };
}
