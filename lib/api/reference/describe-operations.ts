import "server-only";
import { makeComponents } from "@/lib/api/document/components";
import { errorsOf } from "@/lib/api/document/describe-errors";
import { BASE } from "@/lib/api/find-operation";
import type { ApiOperation } from "@/lib/api/operation";
import { operations } from "@/lib/api/operations";
import type { OperationDto, OperationGroupDto, OperationLinkDto, ParameterDto } from "@/lib/api/reference-dto";
import { problemCodes } from "@/lib/api/schemas/problem-codes";
import { TAGS } from "@/lib/api/tags";
import { permissions } from "@/lib/auth/permissions";
import { publicUrl } from "@/lib/auth/public-url";
import { ROLE_SUMMARIES } from "@/lib/auth/role-dto";
import { notFound, statusOf } from "@/lib/platform/errors";
import { fieldsOf } from "./describe-fields";
import { describeParameters } from "./describe-parameters";
import { makeSamples } from "./make-samples";

const toLink = ({ id, method, path, summary }: ApiOperation): OperationLinkDto => ({ id, method, path, summary });

/** Every operation, by what it is about. Like the document itself it tells of nobody, and so is for anyone. */
export const listReference = (): OperationGroupDto[] =>
  Object.entries(TAGS)
    .map(([name, about]) => ({ name, about, operations: operations.filter(({ tag }) => tag === name).map(toLink) }))
    .filter((group) => group.operations.length > 0);

/** `/credentials/{id}` as an example has it: `/credentials/YOUR_CREDENTIAL_ID`. */
function examplePath(path: string, parameters: readonly ParameterDto[]): string {
  const noun = path.split("/")[1]?.replace(/s$/, "").replaceAll("-", "_").toUpperCase();
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.isRequired);
  const query = required.map(({ name, choices = [] }) => `${name}=${choices.at(-1) ?? name.toUpperCase()}`).join("&");
  return `${path.replace("{id}", `YOUR_${noun}_ID`)}${query === "" ? "" : `?${query}`}`;
}

function samplesOf(operation: ApiOperation, parameters: readonly ParameterDto[]) {
  const { method, path, access, precondition, makes, examples, answer } = operation;
  if (access === "person") return [];
  return makeSamples({
    method,
    url: `${publicUrl().origin}${BASE}${examplePath(path, parameters)}`,
    needsToken: access === "token",
    ifMatch: precondition === true,
    hasKey: makes !== undefined,
    body: examples?.body,
    answersJson: answer.kind !== "nothing" && (answer.kind !== "file" || "application/json" in answer.types),
  });
}

type Parts = ReturnType<typeof makeComponents>;

function answerOf({ answer }: ApiOperation, { toJson, schemas }: Parts): OperationDto["answer"] {
  const { status, kind } = answer;
  if (kind === "nothing") return { status, types: [], isList: false, fields: [] };
  const types = kind === "file" ? Object.keys(answer.types) : ["application/json"];
  const schema = kind === "file" ? answer.types["application/json"] : answer.schema;
  const json = schema ? toJson(schema, "output") : {};
  return { status, types, isList: kind === "list", fields: fieldsOf(schemas).describe(json) };
}

const rolesOf = (operation: ApiOperation): string[] =>
  operation.access === "anyone" || operation.permission === undefined
    ? []
    : permissions[operation.permission].filter((role) => role in ROLE_SUMMARIES);

/** All that is to be said of one operation. Throws a refusal where there is none of this name. */
export function describeOperation(id: string): OperationDto {
  const operation = operations.find((known) => known.id === id);
  if (!operation) throw notFound("operation");
  const components = makeComponents();
  const { access, body, examples, description, tag } = operation;
  const permission = access === "anyone" ? undefined : operation.permission;
  const parameters = describeParameters(operation, components);
  const fields = body ? fieldsOf(components.schemas).describe(components.toJson(body, "input")) : [];
  return {
    ...toLink(operation),
    ...{ tag, access, roles: rolesOf(operation), parameters },
    ...(description === undefined ? {} : { description }),
    ...(permission === undefined ? {} : { permission }),
    ...(body ? { body: { fields, example: JSON.stringify(examples?.body, null, 2) } } : {}),
    answer: answerOf(operation, components),
    problems: errorsOf(operation)
      .map((code) => ({ status: statusOf(code), code, meaning: problemCodes[code] }))
      .toSorted((one, other) => one.status - other.status),
    samples: samplesOf(operation, parameters),
  };
}
