import * as z from "zod/mini";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { readCursor } from "@/lib/platform/list-cursor";
import { recordId } from "@/lib/platform/reference-schema";
import { limitedText } from "@/lib/platform/text-schema";
import { withoutEmpty } from "@/lib/platform/without-empty";
import type { DataSourceListQuery, DataSourceSort } from "./data-source-dto";

/** What the cursors of an order hold. */
export const sourceCursorKind = (sort: DataSourceSort) => (sort === "name" ? "name" : "moment");

/** The parameters of a list. What is not understood is refused, so that no program takes a whole list for a narrow one. */
export const dataSourceListInput = z
  .object({
    q: z.optional(limitedText("Search for text.", SEARCH_MAX, "Search for less.")),
    connectorId: z.optional(limitedText("Not a connector.", 64)),
    credentialId: z.optional(recordId),
    status: z.optional(z.enum(["VERIFIED", "UNVERIFIED", "FAILED"], "Not a status.")),
    sort: z.optional(z.enum(["newest", "oldest", "name"], "Not an order.")),
    after: z.optional(limitedText("Not a cursor.", 8000)),
  })
  .check(
    z.refine(
      ({ after, sort = "newest" }) => after === undefined || readCursor(after, sourceCursorKind(sort)) !== undefined,
      { path: ["after"], error: "Not a cursor of this order." },
    ),
  );

/** The parameters of a page: what is not understood is left out, so that a link that was cut still shows a list. */
export function dataSourceListQuery(parameters: Record<string, unknown>): DataSourceListQuery {
  const input = withoutEmpty(parameters);
  const { success, error, data } = dataSourceListInput.safeParse(input);
  const isKnown = typeof input.connectorId !== "string" || mayBeConnector(input.connectorId);
  if (success && isKnown) return data as DataSourceListQuery;
  const wrong = new Set([...(error?.issues.map(({ path }) => path[0]) ?? []), ...(isKnown ? [] : ["connectorId"])]);
  return dataSourceListQuery(Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.has(name))));
}
