import type { CredentialGuide, Endpoint, EndpointParameter } from "@/lib/connectors/connector";
import type { Placement } from "@/lib/connectors/placements";
import type { VerificationCall } from "@/lib/connectors/verification-call";

/**
 * A connector that a workspace describes itself, as it is stored, imported and exported: plain JSON in the words of
 * `Connector`, without what an own one never has (typed hosts, exchanges, regular expressions). `definition-schema.ts`
 * says what of it is allowed, and `connector-of-definition.ts` makes a connector of it.
 */
export type Definition = {
  name: string;
  summary: string;
  /** The name of the one host that values go to: https, port 443. Another host is another connector. */
  host: string;
  fields: readonly DefinedField[];
  placements: readonly Placement[];
  proof: DefinedProof;
  guide: Pick<CredentialGuide, "steps" | "roles" | "warnings">;
  limits: DefinedLimits;
  endpoints: readonly DefinedEndpoint[];
};

/** `help` may be empty: then it is where the value is sent. */
export type DefinedField = { id: string; label: string; help: string } & (
  | { secret: true }
  | { secret: false; optional?: true | undefined }
);

/** The request that proves values. */
export type DefinedProof = Undefinable<
  Pick<VerificationCall, "method" | "path" | "body" | "expect" | "holds" | "refused" | "forbidden" | "identity">
>;

/** One request in so many seconds, and so many a day: never more than the most that is allowed. */
export type DefinedLimits = { seconds: number; day: number };

/** It is read with GET. */
export type DefinedEndpoint = Pick<Endpoint, "id" | "name" | "summary" | "path"> & {
  parameters: readonly DefinedParameter[];
  reading: Undefinable<Pick<Endpoint["reading"], "records" | "key" | "personalFields" | "paging" | "changed">>;
};

/** Its id is what the host calls it. */
export type DefinedParameter = Pick<EndpointParameter, "id" | "label" | "help"> & {
  kind: "text" | "datetime" | "boolean";
  required?: true | undefined;
};

type Undefinable<T> = { [K in keyof T]: T[K] | (undefined extends T[K] ? undefined : never) };

/** What is allowed at most, said on the form and refused behind it. */
export const DEFINED_AT_MOST = {
  /** The whole text of a definition. */
  text: 64 * 1024,
  /** How deep its JSON is. */
  depth: 12,
  fields: 5,
  placements: 10,
  body: 4 * 1024,
  endpoints: 20,
  parameters: 20,
  perDay: 10_000,
  secondsApart: 3600,
  plainValue: 255,
} as const;

/** What people see where the category of a built-in one stands. */
export const OWN_CATEGORY = "Your own";
