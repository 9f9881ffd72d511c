import "server-only";
import * as z from "zod/mini";

export type Json = { [key: string]: unknown };

const PLACE = "#/components/schemas/";

/** Schemas of JSON as the document has them: those with a name once, among its components. */
export function makeComponents() {
  const schemas: Json = {};
  /** @param io what a request may have, or what an answer has */
  function toJson(schema: z.ZodMiniType, io: "input" | "output"): Json {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { io, target: "draft-2020-12" }) as Json;
    const { $defs, ...own } = JSON.parse(JSON.stringify(json).replaceAll("#/$defs/", PLACE)) as Json;
    Object.assign(schemas, $defs);
    return own;
  }
  return { schemas, toJson };
}

export type Components = ReturnType<typeof makeComponents>;
export const refTo = (name: string): Json => ({ $ref: `${PLACE}${name}` });
