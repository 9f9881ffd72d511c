import "server-only";
import type { Components, Json } from "@/lib/api/document/components";
import { parameters } from "@/lib/api/document/shared-parts";
import type { ApiOperation } from "@/lib/api/operation";
import type { ParameterDto } from "@/lib/api/reference-dto";
import { fieldsOf } from "./describe-fields";

const { Id, IfMatch, IdempotencyKey } = parameters;

function shared(one: typeof Id | typeof IfMatch | typeof IdempotencyKey): ParameterDto {
  const { name, description, required: isRequired } = one;
  return {
    name,
    in: one.in as ParameterDto["in"],
    type: "text",
    isRequired,
    description,
    ...("example" in one ? { example: one.example } : {}),
  };
}

function choicesOf(schema: Json): { choices?: string[] } {
  if (Array.isArray(schema.enum)) return { choices: schema.enum.map(String) };
  if (schema.const !== undefined) return { choices: [String(schema.const)] };
  return {};
}

/** What of a request is not its body, in the order in which it is written. */
export function describeParameters(operation: ApiOperation, { toJson, schemas }: Components): ParameterDto[] {
  const { path, query, precondition, makes } = operation;
  const { describe, resolve } = fieldsOf(schemas);
  const json = query ? toJson(query, "input") : {};
  const properties = (json.properties ?? {}) as Record<string, Json>;
  return [
    ...(path.includes("{id}") ? [shared(Id)] : []),
    ...describe(json)
      .filter(({ name }) => name in properties)
      .map((field) => ({ ...field, in: "query" as const, ...choicesOf(resolve(properties[field.name] as Json)) })),
    ...(precondition ? [shared(IfMatch)] : []),
    ...(makes ? [shared(IdempotencyKey)] : []),
  ];
}
