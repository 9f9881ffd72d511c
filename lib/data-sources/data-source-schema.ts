import * as z from "zod/mini";
import type { Endpoint, EndpointParameter, ParameterValue } from "@/lib/connectors/connector";
import { parseParameter } from "@/lib/connectors/parse-parameter";
import { formId, receipt } from "@/lib/credentials/credential-schema";
import { BULK_MAX } from "@/lib/credentials/list/bulk-dto";
import { NAME_MAX, SEARCH_MAX } from "@/lib/platform/limits-dto";
import { peek } from "@/lib/platform/peek";
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
        const flaw = flawOf(parameter, parsed);
        if (flaw) {
          context.issues.push({ code: "custom", input: value, message: flaw });
          return z.NEVER;
        }
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

/** What a value may have wrong that a provider would answer with nothing. What is stored may have it, and stays. */
function flawOf(parameter: EndpointParameter, value: ParameterValue | undefined): string | undefined {
  if (parameter.kind !== "list" || parameter.entries !== "email" || !Array.isArray(value)) return undefined;
  const wrong = value.find((entry) => !/^[^\s@]+@[^\s@]+$/.test(entry));
  return wrong === undefined ? undefined : `“${wrong}” is not an email address.`;
}

/** That the end of a span is not before its beginning. Said beside the others, whatever else is wrong. */
const spanChecks = (parameters: readonly EndpointParameter[]) =>
  parameters.flatMap((parameter) => {
    const { id, label } = parameter;
    const from = parameters.find((one) => "above" in parameter && one.id === parameter.above);
    if (!from) return [];
    const isAbove = (values: unknown) => {
      const [start, end] = [peek(values, from.id), peek(values, id)];
      // Moments are all written alike, in UTC.
      if (typeof start === "string" && typeof end === "string") return end > start;
      return typeof start === "number" && typeof end === "number" ? end > start : true;
    };
    const error = `${label} has to be ${parameter.kind === "datetime" ? "later" : "more"} than ${from.label}.`;
    return [z.refine(isAbove, { error, path: [id], when: () => true })];
  });

/** The parameters of an endpoint by id; one that is not the endpoint's is left out. */
export function endpointParameters({ parameters }: Pick<Endpoint, "parameters">) {
  return z
    .object(
      Object.fromEntries(
        parameters.map((parameter) => {
          const schema = parameterSchema(parameter);
          // What is needed is missed, too, where nothing is said of it.
          return [parameter.id, parameter.required ? schema : z.optional(schema)];
        }),
      ),
    )
    .check(...spanChecks(parameters));
}

/** The *Configure* form of one endpoint. */
export function dataSourceForm(endpoint: Pick<Endpoint, "parameters">) {
  return z.object({ name: dataSourceName, parameters: endpointParameters(endpoint) });
}

export type DataSourceForm = {
  name: string;
  endpointId: string;
  parameters: Record<string, unknown>;
  /** Where it can be another one: of a source that is there. */
  credentialId?: string;
};

/** What is looked at before there is a data source. */
export const previewInput = (endpoint: Endpoint) =>
  z.object({ parameters: endpointParameters(endpoint), credentialId: recordId });

/** The form of an endpoint, and what comes around it. */
export function createDataSourceInput(endpoint: Endpoint) {
  return z.object({ ...dataSourceForm(endpoint).shape, credentialId: recordId, formId, receipt });
}

/** What is left out stays as it is. Of an endpoint that is not known the parameters stay in any case. */
export function updateDataSourceInput(endpoint: Endpoint | undefined) {
  return z.object({
    dataSourceId: recordId,
    revision,
    name: z.optional(dataSourceName),
    credentialId: z.optional(recordId),
    ...(endpoint ? { parameters: z.optional(endpointParameters(endpoint)) } : {}),
    receipt,
  });
}

export const moveTargetsInput = z.object({
  q: z.optional(limitedText("Search for text.", SEARCH_MAX, "Search for less.")),
});

export const moveDataSourcesInput = z.object({
  receipt,
  credentialId: recordId,
  targetId: recordId,
  sourceIds: z.optional(
    z
      .array(recordId, "Name the data sources.")
      .check(
        z.minLength(1, "Name at least one data source."),
        z.maxLength(MOVED_AT_A_TIME, `You can move at most ${MOVED_AT_A_TIME} data sources at a time.`),
      ),
  ),
});

/** Names several data sources, each once. */
export const dataSourceSelection = z.object({
  dataSourceIds: z.pipe(
    z
      .array(recordId, "Name the data sources by their ids.")
      .check(
        z.minLength(1, "Select at least one data source."),
        z.maxLength(BULK_MAX, `Select at most ${BULK_MAX} data sources at a time.`),
      ),
    z.transform((ids: string[]) => [...new Set(ids)]),
  ),
});
