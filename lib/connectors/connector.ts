import type { DatabaseLogin } from "./database-login";
import type { Exchange } from "./exchange";
import type { Host, TypedHost } from "./hosts";
import type { Part, Placement } from "./placements";
import type { Probes } from "./probes";
import type { Reading } from "./reading";
import type { ObjectSchema } from "./record-fields";
import type { VerificationCall } from "./verification-call";

/**
 * A connector is plain data: a type of data source, how its credentials look and travel, and what can be read with
 * them. It is handed to client components as it is, so it holds no function and nothing that cannot be serialised.
 */
export type Connector<FieldId extends string = string> = {
  /** Only its siblings say theirs, see `AnyConnector`. */
  kind?: "http";
  /** Kebab-case; part of URLs and of the operator's `<ID>_BASE_URL`. */
  id: string;
  name: string;
  /** One line for the tile. */
  summary: string;
  category: string;
  mark: ConnectorMark;
  /** The only place requests with this connector's credentials go to. */
  hosts: { api: Host<NoInfer<FieldId>> };
  authentication: {
    fields: readonly CredentialField<FieldId>[];
    /** The field that names whose values they are: the same one with other values beside it is an update of them. */
    identifiedBy?: NoInfer<FieldId>;
    /** The provider gives one set of values to each of its workspaces: making a new one ends the old one. */
    onePerWorkspace?: true;
    /** The values are traded for a token first, which signs what is asked then. */
    exchange?: Exchange<NoInfer<FieldId>>;
    /** How the values travel with a request, and what else a provider wants beside them. */
    placements: readonly Placement<NoInfer<FieldId>>[];
    guide: CredentialGuide<NoInfer<FieldId>>;
    /** What the values are called together, in a sentence: "this pair", "this key". */
    noun: string;
    refusal: RefusalWords;
    /** Keys of other products that people paste here by mistake, known by the header they travel in or their host. */
    mistakenFor?: readonly MistakenKey[];
  };
  verification: VerificationCall;
  /** What can be asked beside the proof, where that does not prove enough. */
  probes?: Probes;
  /** What the provider allows to everyone who uses one account of it. Latchkey keeps to a part of it. */
  limits: readonly ProviderLimit[];
  endpoints: readonly Endpoint[];
  /** Of a connector that a workspace defined itself; no built-in one has it. */
  own?: OwnFacts;
};

/** What is kept beside the definition of a connector of a workspace's own. */
export type OwnFacts = {
  /** Of the definition that this was made of. */
  version: number;
  /** The one that its values go to, whatever address the operator has for it. */
  host: string;
  /** Whether the host was seen to refuse who has no key or a wrong one: else accepting a key says nothing. */
  isVerifiable: boolean;
  /** Nobody but who defined it said that values may go there, and the operator did not name it. */
  isUnconfirmed: boolean;
};

/** What signing in with a connector of any kind needs of it: pages hand over this, and not its endpoints. */
export type SignInConnector = Pick<Connector, "id" | "name" | "own"> & {
  authentication: Omit<Connector["authentication"], "placements"> & {
    placements?: Connector["authentication"]["placements"];
    /** Of a database. */
    login?: DatabaseLogin;
  };
  /** Of one of a workspace's own: whose it is, and where values go, after its name. */
  about?: string;
};

/** A mark drawn for this app, on a 24 by 24 grid, in one of the tones of the theme. */
export type ConnectorMark = { path: string; tone: "indigo" | "violet" | "rose" | "amber" | "teal" };

export type CredentialField<FieldId extends string = string> = {
  id: FieldId;
  label: string;
  /** One line under the field; names the header that carries the value. */
  help: string;
  /** Other names under which people have this value at hand: headers, JSON keys, the provider's own words. */
  aliases: readonly string[];
  /** It may stay empty: then nothing is sent of it. */
  optional?: true;
} & ({ secret: true; begins?: readonly KeyKind[] } | PlainValue);

/** Kinds of keys that a provider tells apart by how they begin. One is never refused for it: the provider decides. */
export type KeyKind = { with: string; notice: string };

/**
 * What is no secret: a region, a subdomain, the name of an account. Everyone in the workspace sees and finds it, and it
 * stands beside what is sealed. A field that was plain once never becomes secret: its values are known.
 */
export type PlainValue = { secret: false } & (
  | {
      kind: "text";
      /** In visible ASCII characters, as every value: it may travel in a header. */
      maxLength: number;
      /** Narrows the characters further, where the provider does. */
      format?: {
        /** A regular expression that matches the whole value. */
        pattern: string;
        /** Said of a value that does not match, behind the field's label: "can have small letters and digits only". */
        words: string;
        /** One that fits. */
        example: string;
      };
      /** It names the host, or a part of it. */
      host?: TypedHost;
    }
  | { kind: "choice"; options: readonly { value: string; label: string }[] }
);

export type CredentialGuide<FieldId extends string = string> = {
  /** Steps in the provider's own screens, in order. */
  steps: readonly string[];
  /** Who can see the values there. */
  roles: string;
  /** What the provider calls the values, where that differs from the labels here. */
  names?: string;
  warnings: readonly string[];
  /** That the provider ends the values at a date, one of the warnings. No answer tells the date itself. */
  ends?: string;
  /** The page with the values, at one of the provider's own hosts. */
  page?: readonly Part<FieldId>[];
};

export type MistakenKey = {
  /** Exactly as that product writes it; upper and lower case count. */
  header: string;
  /** Hosts of that product's API. */
  hosts: readonly string[];
  /** The sentence that says so. */
  notice: string;
};

/** So many requests in so many seconds, and what counts as one that asks. Days and weeks are the calendar's. */
export type ProviderLimit = { requests: number; seconds: number; of: "account" | "key" | "address" };

/** What is said where the provider refuses. */
export type RefusalWords = {
  /** What usually causes a refusal, most likely first. */
  causes: readonly string[];
  nextStep: string;
};

export type Endpoint = {
  id: string;
  name: string;
  summary: string;
  method: "GET" | "POST";
  path: string;
  /** What is asked where the path says nothing of it (GraphQL). The parameters are its variables. */
  query?: string;
  /**
   * A JSON object that is sent, with what the endpoint is asked with put into it: ids of parameters are paths then, with
   * dots between the keys.
   */
  body?: { readonly [key: string]: BodyValue };
  reading: Reading;
  parameters: readonly EndpointParameter[];
  /** What is documented of its records' fields, where no file of its own has it. */
  fields?: ObjectSchema;
};

export type BodyValue = string | number | boolean | readonly BodyValue[] | { readonly [key: string]: BodyValue };

/** What the form of a data source needs: not how an endpoint is read, but for what is shown of it. */
export type FormEndpoint = Omit<Endpoint, "reading"> & {
  reading: Pick<Reading, "records" | "personalFields" | "each">;
};
export type FormConnector = SignInConnector & { endpoints: readonly FormEndpoint[] };

export type EndpointParameter = {
  id: string;
  label: string;
  help: string;
  required?: boolean;
  /** What is entered is about people, as `personalFields` of a record are: an assistant does not see it. */
  personal?: true;
} & (
  | { kind: "text"; maxLength: number }
  /** Several values, one a line; sent as a repeated parameter. */
  | { kind: "list"; maxItems: number; maxLength: number; entries?: "email" }
  /** Above the one of that id, where both are set. */
  | { kind: "integer"; min: number; max: number; unit?: string; above?: string }
  /** An ISO 8601 instant, UTC; `sentAs` is how the provider wants it, if not so. */
  | { kind: "datetime"; above?: string; sentAs?: "seconds" }
  | { kind: "choice"; options: readonly { value: string; label: string }[] }
  /** Several of the options; sent as a repeated parameter. */
  | { kind: "choices"; options: readonly { value: string; label: string }[] }
  | { kind: "boolean" }
);

export type ParameterValue = string | number | boolean | string[];

/** The parameters that an endpoint is read with, by id. */
export type ParameterValues = Record<string, ParameterValue>;

/** Checks a connector's shape while the compiler keeps its field ids: a typo in `placements` does not compile. */
export function defineConnector<const FieldId extends string>(connector: Connector<FieldId>): Connector<FieldId> {
  return connector;
}

/** The values of a credential, by field id. */
export type CredentialValues = Record<string, string>;
