import type * as z from "zod/mini";
import { errorsOf } from "@/lib/api/document/describe-errors";
import type { ApiOperation } from "@/lib/api/operation";
import { pageOf } from "@/lib/api/schemas/answer";
import { problemAnswer } from "@/lib/api/schemas/problem";
import { statusOf } from "@/lib/platform/errors";

/** What is wrong with a text that should be JSON as a schema says; undefined where nothing is. */
function flawOf(schema: z.ZodMiniType, text: string): unknown {
  const { error } = schema.safeParse(JSON.parse(text));
  return error?.issues;
}

function flawOfRefusal(operation: ApiOperation, response: Response, text: string): unknown {
  if (response.headers.get("content-type") !== "application/problem+json") return "no problem of RFC 9457";
  const flaw = flawOf(problemAnswer, text);
  if (flaw) return flaw;
  const { code, status } = JSON.parse(text);
  if (status !== response.status || statusOf(code) !== status) return `${code} with the status ${response.status}`;
  return errorsOf(operation).includes(code) ? undefined : `${code} is not documented`;
}

function flawOfFile(types: Readonly<Record<string, z.ZodMiniType>>, type: string, text: string): unknown {
  const schema = types[type.split(";")[0] ?? ""];
  if (!schema) return `the type ${type} is not documented`;
  return type.startsWith("application/json") ? flawOf(schema, text) : undefined;
}

function flawOfAnswer({ answer }: ApiOperation, response: Response, text: string): unknown {
  if (response.status !== answer.status) return `the status ${response.status} is not documented`;
  const type = response.headers.get("content-type") ?? "";
  switch (answer.kind) {
    case "one":
      return flawOf(answer.schema, text);
    case "list":
      return flawOf(pageOf(answer.schema), text);
    case "nothing":
      return text === "" ? undefined : "there is a body";
    case "file":
      return flawOfFile(answer.types, type, text);
  }
}

/** What an answer has that the document does not say; undefined where it has nothing. */
export async function judgeAnswer(operation: ApiOperation, response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.status >= 500) return `${response.status}: ${text}`;
  if (!response.headers.has("latchkey-request-id")) return "the request is not named";
  return response.ok ? flawOfAnswer(operation, response, text) : flawOfRefusal(operation, response, text);
}
