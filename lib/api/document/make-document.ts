import "server-only";
import { BASE } from "@/lib/api/find-operation";
import type { ApiOperation } from "@/lib/api/operation";
import { pageOf } from "@/lib/api/schemas/answer";
import { problemAnswer } from "@/lib/api/schemas/problem";
import { TAGS } from "@/lib/api/tags";
import { permissions } from "@/lib/auth/permissions";
import { ROLE_SUMMARIES } from "@/lib/auth/role-dto";
import { SESSION_COOKIE } from "@/lib/auth/session-cookie";
import { type Components, type Json, makeComponents } from "./components";
import { describeErrors } from "./describe-errors";
import { headers, parameters } from "./shared-parts";

function securityOf(operation: ApiOperation): Json[] {
  if (operation.access === "anyone") return [];
  return operation.access === "token" ? [{ token: [] }, { session: [] }] : [{ session: [] }];
}

/** In the path, the query and the header. */
function parametersOf({ path, query, precondition, makes }: ApiOperation, { toJson }: Components): Json[] {
  const { properties = {}, required = [] } = (query ? toJson(query, "input") : {}) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return [
    ...(path.includes("{id}") ? [{ $ref: "#/components/parameters/Id" }] : []),
    ...Object.entries(properties).map(([name, { description, ...schema }]) => ({
      ...{ name, in: "query", required: required.includes(name), schema },
      ...(description === undefined ? {} : { description }),
    })),
    ...(precondition ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
    ...(makes ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

function contentOf({ answer }: ApiOperation, { toJson }: Components): Json | undefined {
  switch (answer.kind) {
    case "one":
      return { "application/json": { schema: toJson(answer.schema, "output") } };
    case "list":
      return { "application/json": { schema: toJson(pageOf(answer.schema), "output") } };
    case "file":
      return Object.fromEntries(
        Object.entries(answer.types).map(([type, schema]) => [type, { schema: toJson(schema, "output") }]),
      );
    case "nothing":
      return undefined;
  }
}

/** Whether one can be changed by what it is answered with: its `revision` is its ETag. */
const hasRevision = (answer: ApiOperation["answer"]) =>
  answer.kind === "one" && "shape" in answer.schema && "revision" in (answer.schema.shape as object);

const HAPPENED = { one: "Done.", list: "A page.", file: "The content, as it's read.", nothing: "Done." } as const;

function responseOf(operation: ApiOperation, components: Components): Json {
  const { answer, makes } = operation;
  const content = contentOf(operation, components);
  const sent = [
    "RequestId",
    ...(operation.access === "token" ? ["RateLimit", "RateLimitPolicy"] : []),
    ...(answer.kind === "list" ? ["Link"] : []),
    ...(hasRevision(answer) ? ["ETag"] : []),
    ...(makes?.at ? ["Location"] : []),
    ...(makes ? ["IdempotencyReplayed"] : []),
  ];
  return {
    description: HAPPENED[answer.kind],
    headers: Object.fromEntries(
      sent.map((key) => [headers[key as keyof typeof headers].name, { $ref: `#/components/headers/${key}` }]),
    ),
    ...(content ? { content } : {}),
  };
}

function describeRight(operation: ApiOperation): string {
  if (operation.access === "anyone") return "Anyone can ask.";
  const { permission } = operation;
  if (permission === undefined)
    return operation.access === "token" ? "For anyone with a token or a session." : "For people with a session.";
  const roles = permissions[permission].filter((role) => role in ROLE_SUMMARIES).join(", ");
  return operation.access === "token"
    ? `Scope of a token: \`${permission}\`. Roles: ${roles}.`
    : `For people with a session, no token. Roles: ${roles}.`;
}

function toOperation(operation: ApiOperation, components: Components): Json {
  const { id, tag, summary, description, body, examples, answer } = operation;
  const permission = operation.access === "anyone" ? undefined : operation.permission;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, describeRight(operation)].filter(Boolean).join("\n\n"),
    security: securityOf(operation),
    parameters: parametersOf(operation, components),
    ...(body
      ? {
          requestBody: {
            required: Object.keys(examples?.body ?? {}).length > 0,
            content: {
              "application/json": {
                schema: components.toJson(body, "input"),
                ...(examples?.body ? { example: examples.body } : {}),
              },
            },
          },
        }
      : {}),
    responses: { [String(answer.status)]: responseOf(operation, components), ...describeErrors(operation) },
    "x-latchkey-access": operation.access,
    ...(permission ? { "x-latchkey-permission": permission } : {}),
  };
}

const INTRODUCTION = `Everything Latchkey's screens do, for programs.

Send a token: \`Authorization: Bearer lk_…\`. Create one in Settings, under Tokens, for what it needs to do and no more.
Refusals are RFC 9457 problems: go by \`code\`.
Lists come in pages: follow \`next\`, or \`Link\`. Changes name the state you saw (\`If-Match\`).
Requests that create something take an \`Idempotency-Key\`: sent again, they create nothing twice.`;

/** The table as an OpenAPI 3.1 document. */
export function makeDocument(table: readonly ApiOperation[]): Json {
  const components = makeComponents();
  components.toJson(problemAnswer, "output");
  const paths: Record<string, Json> = {};
  for (const operation of table) {
    const described = { [operation.method.toLowerCase()]: toOperation(operation, components) };
    paths[operation.path] = { ...paths[operation.path], ...described };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Latchkey",
      version: "1",
      description: INTRODUCTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: BASE }],
    tags: Object.entries(TAGS)
      .filter(([name]) => table.some(({ tag }) => tag === name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components.schemas,
      parameters,
      headers: Object.fromEntries(Object.entries(headers).map(([key, { name: _, ...header }]) => [key, header])),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token: lk_…" },
        session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE, description: "From a browser that signed in." },
      },
    },
  };
}
