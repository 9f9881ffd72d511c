import type { JsonSchema } from "@/lib/connectors/record-fields";

/** What of a data source Airbyte has to know. */
export type ReadableSource = {
  /** Scheme, host and port under which Latchkey is reached. */
  origin: string;
  sourceId: string;
  name: string;
  /** Path of what tells a record from all others, with dots between the keys. */
  key: string;
  schema: JsonSchema;
  /** It can be asked for what changed since a time. */
  isIncremental: boolean;
};

/** Names in data, which Airbyte finds in no record of a provider. */
export const AS_OF = "_latchkey_as_of";
const FORMAT = "%Y-%m-%dT%H:%M:%SZ";
const BEGINNING = "1970-01-01T00:00:00Z";

/** No expression and no reference of Airbyte's, whatever a source is called. */
const plainText = (name: string) => name.replaceAll(/\{(?=[{%#])/g, "{ ").replace(/^#(?=\/)/, "# ");

const primaryKey = (key: string) => (key.includes(".") ? [key.split(".")] : key);

const errorHandler = {
  type: "DefaultErrorHandler",
  max_retries: 8,
  backoff_strategies: [
    { type: "WaitTimeFromHeader", header: "Retry-After", max_waiting_time_in_seconds: 3600 },
    { type: "ExponentialBackoffStrategy", factor: 5 },
  ],
  response_filters: [
    {
      ...{ type: "HttpResponseFilter", action: "FAIL", failure_type: "config_error" },
      http_codes: [400, 401, 403, 404, 409, 422],
      error_message: "Latchkey: {{ response.get('detail') }}",
    },
  ],
};

/** `next` is the whole address, with all that was asked; the time is asked for once. */
const paginator = {
  type: "DefaultPaginator",
  page_token_option: { type: "RequestPath" },
  pagination_strategy: {
    type: "CursorPagination",
    cursor_value: "{{ response.get('next') }}",
    stop_condition: "{{ not response.get('next') }}",
  },
};

const since = `{{ '' if next_page_token or stream_interval['start_time'] == '${BEGINNING}' else stream_interval['start_time'] }}`;

const incremental = {
  incremental_sync: {
    ...{ type: "DatetimeBasedCursor", cursor_field: AS_OF, datetime_format: FORMAT, cursor_datetime_formats: [FORMAT] },
    start_datetime: { type: "MinMaxDatetime", datetime: BEGINNING, datetime_format: FORMAT },
    // The end is when a sync begins, by Airbyte's clock: as far as that may differ from ours.
    lookback_window: "PT1H",
  },
  transformations: [
    {
      type: "AddFields",
      fields: [
        {
          ...{ type: "AddedFieldDefinition", path: [AS_OF], value_type: "string" },
          value: "{{ stream_slice['end_time'] }}",
        },
      ],
    },
  ],
};

function schemaOf({ schema, isIncremental }: ReadableSource): JsonSchema {
  if (!isIncremental) return schema;
  return {
    ...schema,
    properties: { ...schema.properties, [AS_OF]: { type: ["string", "null"], format: "date-time" } },
  };
}

function streamOf(source: ReadableSource) {
  const { origin, sourceId, name, key, isIncremental } = source;
  return {
    type: "DeclarativeStream",
    name: plainText(name),
    primary_key: primaryKey(key),
    retriever: {
      type: "SimpleRetriever",
      requester: {
        ...{ type: "HttpRequester", url_base: origin, http_method: "GET" },
        path: `/api/v1/data-sources/${encodeURIComponent(sourceId)}/records`,
        authenticator: { type: "BearerAuthenticator", api_token: "{{ config['token'] }}" },
        ...(isIncremental ? { request_parameters: { since } } : {}),
        error_handler: errorHandler,
      },
      record_selector: { type: "RecordSelector", extractor: { type: "DpathExtractor", field_path: ["data"] } },
      paginator,
    },
    ...(isIncremental ? incremental : {}),
    schema_loader: { type: "InlineSchemaLoader", schema: schemaOf(source) },
  };
}

const token = {
  ...{ type: "string", title: "Token of Latchkey", airbyte_secret: true, order: 0 },
  description: "Begins with lk_ and has the scope data-source:read for this source.",
};

/** A connector of Airbyte that reads one data source through Latchkey, as its low-code CDK takes it. */
export function airbyteManifest(source: ReadableSource) {
  const stream = streamOf(source);
  return {
    version: "6.0.0",
    type: "DeclarativeSource",
    description: "Reads a data source through Latchkey.",
    check: { type: "CheckStream", stream_names: [stream.name] },
    streams: [stream],
    spec: {
      type: "Spec",
      connection_specification: {
        ...{ type: "object", required: ["token"], additionalProperties: true },
        properties: { token },
      },
    },
  };
}

/** What JSON may hold as it is and YAML may not, or reads as a line break. */
const NOT_IN_YAML = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

const COMMENT = `# A declarative manifest of Airbyte: in its Connector Builder, choose to import a YAML manifest.
# It is written as JSON, which is YAML too. The token is all that you configure.
`;
const INCREMENTAL = `# ${AS_OF} is when the sync began that brought a record, the same for all of its records. It is the cursor because
# the highest time of change that was seen says nothing of what changed meanwhile on pages that were read before.
# The last hour comes again each time: choose "Append + Deduped". What was deleted at its provider stays: refresh now and then.
`;
const WHOLE = `# Its provider cannot say what changed since a time, so each sync reads all records.
`;

/** The same as a file. */
export function airbyteYaml(source: ReadableSource): string {
  const text = JSON.stringify(airbyteManifest(source), null, 2).replaceAll(NOT_IN_YAML, escaped);
  return `${COMMENT}${source.isIncremental ? INCREMENTAL : WHOLE}${text}\n`;
}
