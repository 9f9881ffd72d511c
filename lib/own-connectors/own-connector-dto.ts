import type { Definition } from "./definition-dto";

// The screens' side of connectors that a workspace defines. Reads: `listOwnConnectors(actor)` and
// `getOwnConnector(actor, id)` (lib/own-connectors/own-connectors.ts), `mayDefine(actor)` says whether they can define one.
// Actions: define, confirm and export in lib/own-connectors/own-connector-actions.ts; change and delete, which reach its
// credentials and data sources, in lib/data-sources/own/own-connector-life-actions.ts. To try one is a route, which can
// be stopped.

/** Ids of a workspace's own connectors begin so; no built-in one does. */
export const OWN_PREFIX = "own-";
/** How many a workspace can have. */
export const OWN_CONNECTORS_MAX = 50;

/** Somebody has to say that values may go to its host, beside who defined it: where the operator allows any host. */
export type Confirmation =
  | { state: "not-needed" }
  /** `canConfirm`: by whoever looks. */
  | { state: "needed"; canConfirm: boolean }
  | { state: "confirmed"; byName: string; at: string };

/** A connector of the workspace's own, as its page shows it. Who only uses it gets it too: there is no value in it. */
export type OwnConnectorDto = {
  id: string;
  /** Goes up with each change; a change names the one it is of. */
  version: number;
  definition: Definition;
  /** Whether a request without a key and one with an invented one were refused. If not, its credentials stay unverified. */
  isVerifiable: boolean;
  definedByName: string;
  definedAt: string;
  /** Of the current version, where it is not the first. */
  changed?: { byName: string; at: string };
  confirmation: Confirmation;
  /** Whether the operator lets values go to its host, at this moment. */
  isAllowed: boolean;
  /** Where the operator has them go instead. */
  redirectedTo?: string;
};

/** What a version can have changed. `verification`: whether its host was seen to refuse. */
export type DefinitionPart = Exclude<keyof Definition, "host"> | "verification";

/** One version of a connector, without its definition: `exportOwnConnectorAction(from, { id, number })` has that. */
export type OwnVersionDto = {
  number: number;
  at: string;
  byName: string;
  /** What is another than in the version before; empty of the first. */
  changed: DefinitionPart[];
};

/** A page of them, the newest first; `after` is where the next one begins. */
export type OwnVersionPageDto = { versions: OwnVersionDto[]; after?: string };

/** `POST /connectors/try` with `{ definition }`: asks the proof without a key and with an invented one. */
export type TryDto = {
  /** Both were refused: it can be saved as verifiable. */
  isRefused: boolean;
  tries: TriedDto[];
};

/** `sentence` says what came of it: "Refused with 401, as it should be." */
export type TriedDto = { with: "no-key" | "invented-key"; isRefused: boolean; sentence: string };

/**
 * `defineOwnConnectorAction(from, input)`: asks once more, on the server. Without `unverifiable` a connector that does
 * not refuse is not saved, and `tried` says why; with it, it is saved as one whose credentials stay unverified.
 */
export type DefineInput = { formId: string; definition: Definition; unverifiable?: boolean };

/** `changeOwnConnectorAction(from, input)`: asks again only where placements or the proof are others. */
export type ChangeInput = { id: string; version: number; definition: Definition; unverifiable?: boolean };

/** What saving came to; `reverified`: of how many credentials that are verified anew. Refusals of the form are refusals as everywhere, by the path of the part. */
export type SaveOwnConnectorDto =
  | { saved: true; connector: OwnConnectorDto; reverified: number }
  | { saved: false; tried: TryDto };

/** `confirmOwnConnectorAction(from, { id })`, `deleteOwnConnectorAction(from, { id })`. */
export type OwnConnectorInput = { id: string };

/**
 * `exportOwnConnectorAction(from, { id, number })`: the definition as JSON text, of the current version where none is
 * named; no secret in it, and no one's id.
 */
export type ExportDto = { fileName: string; json: string };
