import * as z from "zod/mini";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { recordId } from "@/lib/platform/reference-schema";
import { limitedText } from "@/lib/platform/text-schema";
import { withoutEmpty } from "@/lib/platform/without-empty";
import { readPlace } from "./list-place";

/** The parameters of all of a list. What is not understood is refused, so that no program takes a whole list for a narrow one. */
export const credentialExportInput = z.object({
  q: z.optional(limitedText("Search for text.", SEARCH_MAX, "Search for less.")),
  connectorId: z.optional(limitedText("Not a connector.", 64)),
  status: z.optional(z.enum(["VERIFIED", "UNVERIFIED", "FAILED"], "Not a status.")),
  owner: z.optional(recordId),
  unused: z.optional(z.literal("1", "Set it to 1, or leave it out.")),
  rotation: z.optional(z.literal("soon", "Set it to soon, or leave it out.")),
  sort: z.optional(z.enum(["attention", "newest", "oldest", "name"], "Not an order.")),
});

/** The parameters of a page of it. */
export const credentialListInput = z
  .object({ ...credentialExportInput.shape, after: z.optional(limitedText("Not a cursor.", 8000)) })
  .check(
    z.refine(({ after, sort = "newest" }) => after === undefined || readPlace(sort, after) !== undefined, {
      path: ["after"],
      error: "Not a cursor of this order.",
    }),
  );

/** Which credentials a data source could use; `q` searches them. */
export const credentialChoicesInput = z.object({
  connectorId: limitedText("Not a connector.", 64),
  q: z.optional(limitedText("Search for text.", SEARCH_MAX, "Search for less.")),
});

/** The parameters of a page: what is not understood is left out, so that a link that was cut still shows a list. */
export function credentialListQuery(parameters: Record<string, unknown>): CredentialListQuery {
  const input = withoutEmpty(parameters);
  const { success, error, data } = credentialListInput.safeParse(input);
  const isKnown = typeof input.connectorId !== "string" || mayBeConnector(input.connectorId);
  if (success && isKnown) return data as CredentialListQuery;
  const wrong = new Set([...(error?.issues.map(({ path }) => path[0]) ?? []), ...(isKnown ? [] : ["connectorId"])]);
  return credentialListQuery(Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.has(name))));
}

/** The same for the list of all types, in which what needs attention comes first where nothing else is asked for. */
export function attentionListQuery(parameters: Record<string, unknown>): CredentialListQuery {
  const { sort = "attention" } = credentialListQuery({ sort: parameters.sort });
  return credentialListQuery({ ...parameters, sort });
}
