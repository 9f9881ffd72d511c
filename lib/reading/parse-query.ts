import "server-only";
import type * as z from "zod/mini";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";

/** A parameter that is refused is named, but not at any length. */
const LONGEST_NAME = 64;

const refuse = (name: string, message: string) =>
  new Refusal("INVALID_INPUT", `${name}: ${message}`, { fields: { [name]: message } });

/**
 * The query of an address. One that is unknown, or that stands twice, is refused by its name: whoever mistypes `since`
 * would read everything, and pay for it. Throws a refusal.
 */
export function parseQuery<T extends object>(schema: z.ZodMiniObject & z.ZodMiniType<T>, query: URLSearchParams): T {
  for (const name of new Set(query.keys())) {
    const shown = name.length > LONGEST_NAME ? "a parameter" : name;
    if (!(name in schema.shape))
      throw refuse(shown, `There's no such parameter. Choose from: ${Object.keys(schema.shape).join(", ")}.`);
    if (query.getAll(name).length > 1) throw refuse(shown, "Give it once.");
  }
  const parsed = parseInput(schema, Object.fromEntries(query));
  if (query.has("cursor") && query.has("since")) throw refuse("since", "A cursor keeps its own time. Leave out since.");
  return parsed;
}
