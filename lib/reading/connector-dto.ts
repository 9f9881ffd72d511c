type Option = { value: string; label: string };

/** A value of a credential, as a form asks for it. */
export type ConnectorFieldDto = {
  id: string;
  label: string;
  /** What is secret is sealed, and in no answer. */
  secret: boolean;
  /** Whether it has to have a value. */
  required: boolean;
  help: string;
  /** In characters of visible ASCII; absent where it is chosen. */
  maxLength?: number;
  /** Of what is no secret: `pattern` matches the whole value, `words` say so behind the label. */
  format?: { pattern: string; words: string };
  /** What can be chosen. */
  options?: Option[];
};

/** What an endpoint can be read with. */
export type ConnectorParameterDto = {
  id: string;
  label: string;
  help: string;
  /** `list`: several texts. `choices`: several of the options. `datetime`: ISO 8601, UTC. */
  kind: "text" | "list" | "integer" | "datetime" | "choice" | "choices" | "boolean";
  required: boolean;
  /** Of a text, or of each of a list. */
  maxLength?: number;
  maxItems?: number;
  min?: number;
  max?: number;
  unit?: string;
  /** The id of the one that it is more, or later, than. */
  above?: string;
  /** What each entry of a list has to be. */
  entries?: "email";
  options?: Option[];
};

export type ConnectorEndpointDto = {
  id: string;
  label: string;
  description: string;
  /** What the provider is asked. */
  method: "GET" | "POST";
  path: string;
  parameters: ConnectorParameterDto[];
  /** Path of what tells a record from all others, with dots between the keys. */
  key: string;
  /** JSON Schema of a record, by the provider's documentation: none of its fields is required, and others may come. */
  schema?: Record<string, unknown>;
  /** Whether it can be read incrementally: only what changed since a time. */
  changed: boolean;
  /** Paths of what is about people; `*` is each entry of a list. */
  personalFields: string[];
};

/** A type of data source: what its credentials have, and what can be read with them. */
export type ConnectorDto = {
  id: string;
  name: string;
  description: string;
  /** Whether the workspace defined it itself. */
  isOwn: boolean;
  authentication: { fields: ConnectorFieldDto[] };
  endpoints: ConnectorEndpointDto[];
};
