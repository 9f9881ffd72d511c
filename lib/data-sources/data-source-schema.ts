import * as z from "zod/mini";
import type { Endpoint, EndpointParameter } from "@/lib/connectors/connector";
import { formId, receipt } from "@/lib/credentials/credential-schema";
import { NAME_MAX, SEARCH_MAX } from "@/lib/platform/limits-dto";
import { recordId, revision } from "@/lib/platform/reference-schema";
import { limitedText, textSchema } from "@/lib/platform/text-schema";
import { MOVED_AT_A_TIME, type ParameterValue } from "./data-source-dto";

export const dataSourceName = textSchema({ label: "Data source name", max: NAME_MAX, required: true });

/** A form sends text: nothing typed means the parameter is left out. */
const isBlank = (value: unknown) => value === undefined || value === null || value === "" || value === false;

const refuse = (label: string, message: string): never => {
  throw new TypeError(`${label} ${message}`);
};

function parseText(parameter: EndpointParameter & { kind: "text" }, value: unknown): string {
  const { label, maxLength } = parameter;
  if (typeof value !== "string") return refuse(label, "must be text.");
  const text = value.length > 2 * maxLength ? value : value.trim();
  if (text.length > maxLength) return refuse(label, `can have at most ${maxLength} characters.`);
  if (/\p{C}/u.test(text)) return refuse(label, "cannot have control characters.");
  return text;
}

function parseList(parameter: EndpointParameter & { kind: "list" }, value: unknown): string[] {
  const { label, maxItems, maxLength } = parameter;
  const tooMany = `can have at most ${maxItems} entries.`;
  if (typeof value === "string" && value.length > 2 * maxItems * maxLength) return refuse(label, tooMany);
  const parts: unknown[] =
    typeof value === "string" ? value.split("\n") : Array.isArray(value) ? value : refuse(label, "must be a list.");
  const items = parts
    .map((part) => parseText({ ...parameter, kind: "text", maxLength }, part))
    .filter((item) => item !== "");
  if (items.length > maxItems) return refuse(label, tooMany);
  return [...new Set(items)];
}

function parseInteger({ label, min, max }: EndpointParameter & { kind: "integer" }, value: unknown): number {
  const number =
    typeof value === "number"
      ? value
      : typeof value === "string" && value.length < 100 && /^\d{1,15}$/.test(value.trim())
        ? Number(value)
        : Number.NaN;
  if (!Number.isInteger(number) || number < min || number > max)
    return refuse(label, `must be a whole number from ${min} to ${max}.`);
  return number;
}

function parseMoment({ label }: EndpointParameter, value: unknown): string {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;
  if (typeof value !== "string" || value.length > 40 || !shape.test(value))
    return refuse(label, "must be a date and time.");
  // A date field of a browser names no zone: it is UTC, as its label says.
  const date = new Date(/Z|[+-]\d{2}:\d{2}$/.test(value) ? value : `${value}Z`);
  if (Number.isNaN(date.getTime())) return refuse(label, "must be a date and time.");
  return date.toISOString();
}

function parseParameter(parameter: EndpointParameter, value: unknown): ParameterValue | undefined {
  if (isBlank(value)) return undefined;
  switch (parameter.kind) {
    case "text":
      return parseText(parameter, value) || undefined;
    case "list": {
      const items = parseList(parameter, value);
      return items.length > 0 ? items : undefined;
    }
    case "integer":
      return parseInteger(parameter, value);
    case "datetime":
      return parseMoment(parameter, value);
    case "choice":
      if (parameter.options.some((option) => option.value === value)) return value as string;
      return refuse(parameter.label, "must be one of the choices.");
    case "boolean":
      return value === true || value === "true" ? true : refuse(parameter.label, "must be on or off.");
  }
}

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
