import "server-only";
import { agreed } from "@/lib/api/agreed";
import { file, listOf, nothing, one, operation } from "@/lib/api/operation";
import { dataSourceAnswer, manifestText, previewAnswer } from "@/lib/api/schemas/data-source";
import {
  createDataSourceBody,
  listDataSourcesQuery,
  previewBody,
  readQuery,
  recordsQuery,
  updateDataSourceBody,
} from "@/lib/api/schemas/data-source-input";
import { pageQuery } from "@/lib/api/schemas/input";
import { readAnswer, readWithCheckpointsAnswer, recordLines, recordsPageAnswer } from "@/lib/api/schemas/read";
import { originOf } from "@/lib/auth/origin-of";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { deleteDataSource } from "@/lib/data-sources/delete-data-source";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { updateDataSource } from "@/lib/data-sources/update-data-source";
import { getAirbyteManifest } from "@/lib/reading/get-airbyte-manifest";
import { getRead } from "@/lib/reading/get-read";
import { listReads } from "@/lib/reading/list-reads";
import { previewSource } from "@/lib/reading/preview-source";
import { recordsHead, recordsResponse } from "@/lib/reading/records-response";

const tag = "Data sources";
const asking = ["VERIFICATION_REFUSED", "VERIFICATION_INCONCLUSIVE", "TOO_MANY_CHECKS"] as const;
/** What the provider, or our share of what it allows, can stand in the way with. */
const reading = [
  "CREDENTIAL_FAILED",
  "CREDENTIAL_UNREADABLE",
  "CURSOR_UNUSABLE",
  "PROVIDER_LIMITED",
  "PROVIDER_UNAVAILABLE",
  "PROVIDER_ANSWER_UNUSABLE",
  "TOO_MANY_READS",
] as const;

export const dataSourceOperations = [
  operation({
    ...{ id: "listDataSources", method: "GET", path: "/data-sources", tag, permission: "data-source:list" },
    summary: "List data sources",
    description: "Fifty per page, newest first by default. A token for chosen ones sees only those.",
    query: listDataSourcesQuery,
    answer: listOf(dataSourceAnswer),
    run: async ({ actor, query }) => {
      const { dataSources: items, after } = await listDataSources(actor, query);
      return { items, after };
    },
  }),
  operation({
    ...{ id: "createDataSource", method: "POST", path: "/data-sources", tag, permission: "data-source:create" },
    summary: "Create a data source",
    description: "Verifies its credential first, unless it's verified already.",
    body: createDataSourceBody,
    examples: {
      body: {
        connectorId: "clari-copilot",
        credentialId: "Zm9yLWV4YW1wbGUtY3JlZG",
        endpointId: "calls",
        name: "EMEA calls",
        parameters: {},
      },
    },
    answer: one(dataSourceAnswer, 201),
    makes: {
      idOf: ({ id }) => id,
      at: (id) => `/data-sources/${id}`,
      again: ({ actor }, id) => getDataSource(actor, id),
      isFoundByForm: true,
    },
    errors: [...asking, "NOT_FOUND", "NAME_TAKEN", "CREDENTIAL_FAILED", "CREDENTIAL_UNREADABLE", "CHANGED_MEANWHILE"],
    run: async ({ actor, body, formId, request }) =>
      agreed(await createDataSource(actor, { ...body, formId }, request.signal)).dataSource,
  }),
  operation({
    ...{ id: "previewRecords", method: "POST", path: "/data-sources/preview", tag, permission: "data-source:read" },
    summary: "Preview the first records",
    description:
      "For a data source that doesn't exist yet, at most 25. Needs `credential:select` as well. Closing the request stops it.",
    body: previewBody,
    examples: {
      body: {
        connectorId: "clari-copilot",
        credentialId: "Zm9yLWV4YW1wbGUtY3JlZG",
        endpointId: "calls",
        parameters: {},
      },
    },
    answer: one(previewAnswer),
    errors: ["NOT_FOUND", "TOO_MANY_READS", "CREDENTIAL_FAILED", "CREDENTIAL_UNREADABLE"],
    run: ({ actor, body, request }) => previewSource(actor, body, request.signal),
  }),
  operation({
    ...{ id: "getDataSource", method: "GET", path: "/data-sources/{id}", tag, permission: "data-source:list" },
    summary: "Get a data source",
    answer: one(dataSourceAnswer),
    errors: ["SOURCE_NOT_GRANTED"],
    run: ({ actor, id }) => getDataSource(actor, id),
  }),
  operation({
    ...{ id: "updateDataSource", method: "PATCH", path: "/data-sources/{id}", tag, permission: "data-source:edit" },
    summary: "Change a data source",
    description: "What you leave out stays. A new credential that isn't verified yet is verified first.",
    body: updateDataSourceBody,
    examples: { body: { name: "EMEA calls" } },
    precondition: true,
    answer: one(dataSourceAnswer),
    errors: [...asking, "NAME_TAKEN", "CREDENTIAL_FAILED", "CREDENTIAL_UNREADABLE"],
    run: async ({ actor, id, body, revision, request }) =>
      agreed(await updateDataSource(actor, { ...body, dataSourceId: id, revision }, request.signal)).dataSource,
  }),
  operation({
    ...{ id: "deleteDataSource", method: "DELETE", path: "/data-sources/{id}", tag, permission: "data-source:delete" },
    summary: "Delete a data source",
    description: "Its credential stays.",
    answer: nothing,
    errors: ["CONFIRM_PASSWORD"],
    run: ({ actor, id }) => deleteDataSource(actor, id),
  }),
  operation({
    ...{ id: "readRecords", method: "GET", path: "/data-sources/{id}/records", tag: "Reading" },
    permission: "data-source:read",
    summary: "Read records",
    description:
      "As pages of JSON, or with `Accept: application/x-ndjson` all of them, one per line. Records come as their provider sent them. `HEAD` doesn't ask the provider.",
    query: recordsQuery,
    answer: file({ "application/json": recordsPageAnswer, "application/x-ndjson": recordLines }),
    errors: [...reading, "SOURCE_NOT_GRANTED", "CHANGED_MEANWHILE"],
    run: ({ actor, id, request }) =>
      // Programs look before they read.
      request.method === "HEAD" ? recordsHead(actor, request, id) : recordsResponse(actor, request, id),
  }),
  operation({
    ...{ id: "getAirbyteManifest", method: "GET", path: "/data-sources/{id}/airbyte.yaml", tag: "Reading" },
    permission: "data-source:read",
    summary: "Get an Airbyte connector for a data source",
    description: "A declarative manifest that reads the pages of `readRecords`. It contains no secret.",
    answer: file({ "application/yaml": manifestText }),
    errors: ["SOURCE_NOT_GRANTED"],
    run: async ({ actor, id, request }) =>
      new Response(await getAirbyteManifest(actor, id, originOf(request)), {
        headers: {
          "content-type": "application/yaml",
          "content-disposition": 'attachment; filename="latchkey-airbyte.yaml"',
        },
      }),
  }),
  operation({
    ...{ id: "listReads", method: "GET", path: "/data-sources/{id}/reads", tag: "Reading" },
    permission: "data-source:read",
    summary: "List a data source's reads",
    query: pageQuery,
    answer: listOf(readAnswer),
    errors: ["SOURCE_NOT_GRANTED"],
    run: async ({ actor, id, query }) => {
      const { reads: items, after } = await listReads(actor, id, query);
      return { items, after };
    },
  }),
  operation({
    ...{ id: "getRead", method: "GET", path: "/reads/{id}", tag: "Reading", permission: "data-source:read" },
    summary: "Get a read, and where to resume it",
    query: readQuery,
    answer: one(readWithCheckpointsAnswer),
    errors: ["SOURCE_NOT_GRANTED"],
    run: ({ actor, id, request }) => getRead(actor, id, new URL(request.url).searchParams),
  }),
];
