import "server-only";
import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import * as z from "zod/mini";

type Direction = "input" | "output";
const describe = (schema: z.ZodMiniType, io: Direction) => z.toJSONSchema(schema, { io, target: "draft-2020-12" });

/** A schema as the SDK takes it: zod/mini's validates, and does not describe itself as zod's own does. */
export function toStandard<Output>(schema: z.ZodMiniType<Output>): StandardSchemaWithJSON<unknown, Output> {
  return {
    "~standard": {
      version: 1,
      vendor: "zod",
      validate: (value) => schema["~standard"].validate(value),
      jsonSchema: { input: () => describe(schema, "input"), output: () => describe(schema, "output") },
    },
  };
}
