import * as z from "zod/mini";
import type { CredentialListQuery } from "./credential-dto";
import { recordId } from "./credential-schema";

const SEARCH_MAX = 200;

const fields = {
  q: z.string().check(z.maxLength(SEARCH_MAX)),
  connectorId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  status: z.enum(["VERIFIED", "UNVERIFIED", "FAILED"]),
  ownerId: recordId,
  sort: z.enum(["newest", "oldest", "name"]),
  after: z.string().check(z.maxLength(8000)),
};

/** Reads the search parameters of a list. What is empty or nonsense is left out: a URL that was cut still shows a list. */
export function credentialListQuery(parameters: Record<string, unknown>): CredentialListQuery {
  const read = <T>(name: string, schema: z.ZodMiniType<T>): Record<string, T> => {
    const { data } = schema.safeParse(parameters[name]);
    return data === undefined || data === "" ? {} : { [name]: data };
  };
  return {
    sort: "newest",
    ...read("q", fields.q),
    ...read("connectorId", fields.connectorId),
    ...read("status", fields.status),
    ...read("ownerId", fields.ownerId),
    ...read("sort", fields.sort),
    ...read("after", fields.after),
    ...(parameters.unused === "1" ? { unused: true } : {}),
  };
}
