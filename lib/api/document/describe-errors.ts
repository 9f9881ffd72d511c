import "server-only";
import type { ApiOperation } from "@/lib/api/operation";
import { problemCodes } from "@/lib/api/schemas/problem-codes";
import { statusOf } from "@/lib/platform/errors";
import type { ErrorCode } from "@/lib/platform/result-dto";
import { type Json, refTo } from "./components";

const OF_TOKENS = ["TOKEN_UNKNOWN", "TOKEN_EXPIRED", "TOKEN_REVOKED", "TOKEN_REPLACED", "WRONG_SCHEME"] as const;

/** All that an operation can refuse, what each can be refused for included. */
export function errorsOf(operation: ApiOperation): ErrorCode[] {
  const { access, method, path, precondition, makes, errors = [], query, body } = operation;
  const isChange = method !== "GET";
  const named = path.includes("{id}");
  return [
    ...new Set<ErrorCode>([
      "TOKEN_IN_ADDRESS",
      ...(access === "anyone"
        ? (["CROSS_ORIGIN"] as const)
        : ([
            "NOT_SIGNED_IN",
            ...OF_TOKENS,
            "FORBIDDEN",
            "SECOND_FACTOR_REQUIRED",
            "CROSS_ORIGIN",
            "WORKSPACE_SWITCHED",
            "TOO_MANY_REQUESTS",
          ] as const)),
      ...(named ? (["NOT_FOUND"] as const) : []),
      ...(query || body || isChange ? (["INVALID_INPUT"] as const) : []),
      ...(isChange ? (["TOO_LARGE"] as const) : []),
      ...(precondition ? (["PRECONDITION_REQUIRED", "CHANGED_MEANWHILE"] as const) : []),
      ...(makes ? (["IDEMPOTENCY_KEY_REUSED", "STILL_RUNNING"] as const) : []),
      ...errors,
      "UNAVAILABLE",
      "INTERNAL",
    ]),
  ];
}

/** The same as responses of the document: by status, each with its codes and what they mean. */
export function describeErrors(operation: ApiOperation): Json {
  const codes = errorsOf(operation);
  const statuses = [...new Set(codes.map(statusOf))].toSorted((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => statusOf(code) === status)
          .map((code) => `\`${code}\`: ${problemCodes[code]}`)
          .join("\n\n"),
        headers: { "Latchkey-Request-Id": { $ref: "#/components/headers/RequestId" } },
        content: { "application/problem+json": { schema: refTo("Problem") } },
      },
    ]),
  );
}
