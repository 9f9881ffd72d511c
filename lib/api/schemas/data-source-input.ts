import * as z from "zod/mini";
import { dataSourceListInput } from "@/lib/data-sources/data-source-list-schema";
import { dataSourceName } from "@/lib/data-sources/data-source-schema";
import { LARGEST_PAGE, type readInput, recordsPageInput } from "@/lib/reading/read-schema";
import { say } from "./answer";
import { body, connectorOf, idOf, nameOf, receiptOf } from "./input";

const parameters = say(
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  "What the endpoint is read with, by the ids of its parameters: GET /connectors/{id} names them.",
);
const endpointId = say(z.string(), "What is read: the id of an endpoint of the connector.");
const credentialId = idOf("The credential to read with: one of the same connector.");
const name = nameOf(dataSourceName, "Its name; no two in a workspace look alike.");

export const createDataSourceBody = body("CreateDataSource", "A data source, whose credential is verified first.", {
  connectorId: connectorOf,
  credentialId,
  endpointId,
  name,
  parameters,
  receipt: receiptOf,
});

export const previewBody = body("PreviewRecords", "What a data source would read.", {
  connectorId: connectorOf,
  credentialId,
  endpointId,
  parameters,
});

export const updateDataSourceBody = body("UpdateDataSource", "What you leave out stays as it is.", {
  name: z.optional(name),
  credentialId: z.optional(credentialId),
  endpointId: z.optional(endpointId),
  parameters: z.optional(parameters),
  receipt: receiptOf,
});

const list = dataSourceListInput.shape;
export const listDataSourcesQuery = z.object({
  q: say(list.q, "Parts of words of the name; all of them have to be there."),
  connectorId: say(list.connectorId, "Only those of this connector."),
  credentialId: say(list.credentialId, "Only those that read with this credential."),
  status: say(list.status, "Only those whose credential has this status."),
  sort: say(list.sort, "The order; newest where you leave it out."),
  after: say(list.after, "The cursor of the page before, as its `next` has it."),
});

const { cursor, since } = recordsPageInput.shape;
const places = {
  cursor: say(cursor, "Goes on there: as `next` has it, or a checkpoint of a read. Without since."),
  since: say(since, "Only what changed since then, where the endpoint can say so: a time with its zone.", {
    format: "date-time",
  }),
};

/** In an address a number is text, which the use cases parse; here it says what the text has to be. */
const whole = (description: string, least: number, most: number) =>
  say(z.int().check(z.minimum(least), z.maximum(most)), description);

export const recordsQuery = z.object({
  ...places,
  limit: z._default(whole("How many records a page has at most; a stream has all.", 1, LARGEST_PAGE), 100),
});

export const readQuery = z.object({
  lines: z.optional(whole("You hold so many records: only places up to there are of use.", 0, 9_999_999_999)),
});

// A parameter that the use case takes and the document does not name does not compile.
recordsPageInput.shape satisfies Record<keyof typeof recordsQuery.shape, unknown>;
recordsQuery.shape satisfies Record<keyof typeof recordsPageInput.shape, unknown>;
readQuery.shape satisfies Record<keyof typeof readInput.shape, unknown>;
