import * as z from "zod/mini";
import type { Endpoint, EndpointParameter } from "@/lib/connectors/connector";
import { parseParameter } from "@/lib/connectors/parse-parameter";
import { formId, receipt } from "@/lib/credentials/credential-schema";
import { NAME_MAX, SEARCH_MAX } from "@/lib/platform/limits-dto";
import { recordId, revision } from "@/lib/platform/reference-schema";
import { limitedText, textSchema } from "@/lib/platform/text-schema";
import { MOVED_AT_A_TIME } from "./data-source-dto";

export const dataSourceName = textSchema({ label: "Data source name", max: NAME_MAX, required: true });

function parameterSchema(parameter: EndpointParameter) {
  return z.pipe(
    z.unknown(),
    z.transform((value: unknown, context) => {
      try {
        const parsed = parseParameter(parameter, value);
        if (parsed !== undefined || !parameter.required) return parsed;
        context.issues.push({ code: "custom", input: value, message: `Enter the ${parameter.label}.` });
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        context.issues.push({ code: "custom", input: value, message: error.message });
      }
      return z.NEVER;
    }),
  );
}

/** The parameters of an endpoint by id; one that is not the endpoint's is left out. */
export function endpointParameters({ parameters }: Endpoint) {
  return z.object(
    Object.fromEntries(parameters.map((parameter) => [parameter.id, z.optional(parameterSchema(parameter))])),
  );
}

/** The *Configure* form of one endpoint. */
export function dataSourceForm(endpoint: Endpoint) {
  return z.object({ name: dataSourceName, parameters: endpointParameters(endpoint) });
}

export type DataSourceForm = { name: string; endpointId: string; parameters: Record<string, unknown> };

/** The form of an endpoint, and what comes around it. */
export function createDataSourceInput(endpoint: Endpoint) {
  return z.object({ ...dataSourceForm(endpoint).shape, credentialId: recordId, formId, receipt });
}

export const renameDataSourceInput = z.object({
  dataSourceId: recordId,
  revision,
  name: dataSourceName,
});
export type RenameDataSourceInput = z.infer<typeof renameDataSourceInput>;

export const moveTargetsInput = z.object({
  q: z.optional(limitedText("Search for text.", SEARCH_MAX, "Search for less.")),
});

export const moveDataSourcesInput = z.object({
  receipt,
  credentialId: recordId,
  targetId: recordId,
  sourceIds: z
    .array(recordId, "Name the data sources.")
    .check(
      z.minLength(1, "Name at least one data source."),
      z.maxLength(MOVED_AT_A_TIME, `At most ${MOVED_AT_A_TIME} data sources are moved at a time.`),
    ),
});
