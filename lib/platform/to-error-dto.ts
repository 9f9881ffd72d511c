import "server-only";
import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { DatabaseUnavailable, isDatabaseUnavailable } from "./database-errors";
import { Refusal } from "./errors";
import { KeyRingUnusable } from "./key-ring-unusable";
import { describeError, log } from "./log";
import { isOwn } from "./own-error";

/** Sentences by form path, the first of each. */
export function fieldErrors(error: z.core.$ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}

/** Parses what came from outside; a refusal names each field that is wrong. */
export function parseInput<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: fieldErrors(result.error) });
}

/**
 * The one place that turns an error into what may be told. An expected refusal keeps its words. Everything else becomes
 * one sentence and an id, and one log line with the same id and without the error's own message.
 */
export function toRefusal(error: unknown): Refusal {
  if (isOwn(error, Refusal)) return error;
  const correlationId = randomUUID().slice(0, 8);
  if (isDatabaseUnavailable(error)) {
    log.error({ correlationId, error: describeError(error) }, "database not available");
    const noSpace = isOwn(error, DatabaseUnavailable) && error.code === "NO_SPACE";
    return new Refusal(
      "UNAVAILABLE",
      noSpace
        ? "The server is out of disk space, so nothing was saved. What you typed is still here."
        : // A connection that broke at the end leaves it open whether the database went through with it.
          "The database didn't answer, so this may or may not be done. What you typed is still here: check in a moment before you try again.",
      { correlationId },
    );
  }
  if (isOwn(error, KeyRingUnusable)) {
    log.error({ correlationId, reason: error.message }, "sealing keys not usable");
    return new Refusal(
      "UNAVAILABLE",
      "The server can't use its sealing keys, so nothing was saved. Its log says which one is missing.",
      {
        correlationId,
      },
    );
  }
  log.error({ correlationId, error: describeError(error) }, "unexpected error");
  return new Refusal(
    "INTERNAL",
    `Something went wrong on the server. If it happens again, give ${correlationId} to its operator.`,
    {
      correlationId,
    },
  );
}
