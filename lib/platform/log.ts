import "server-only";
import pino, { type LoggerOptions } from "pino";
import { env } from "./env";

/**
 * The structured log, one JSON object a line on standard output. Callers pass ids, codes and durations; a value of
 * a credential is never an argument, and would be "[secret]" if its object were one (secret-values.ts); and an unknown error is reduced to its name and code, because the message of a
 * library's error may repeat what it was given.
 */
export const logOptions: LoggerOptions = {
  base: { app: "latchkey" },
  // The one place where the object itself is not turned to text but its fields are.
  formatters: { log: (line) => ("toJSON" in line ? { line: String(line) } : line) },
};
export const log = pino({ level: env().LOG_LEVEL, ...logOptions });

/** What may be logged of an error of unknown origin: name, code and where, never the message. */
export function describeError(error: unknown): { name: string; code?: string; at?: string; cause?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const at = error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
  return {
    name: error.name,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(at === undefined ? {} : { at }),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  };
}
