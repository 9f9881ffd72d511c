import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";

/**
 * What was typed into the *Configure* form, and what it was typed upon: the form as it began, and of a source that is
 * changed the revision. Nothing of it is secret.
 */
export type Draft = { values: DataSourceForm; base?: DataSourceForm; revision?: number };

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where a form's draft is kept: of one workspace and connector, and of the source that is changed or copied. */
export const draftKey = (workspaceId: string, connectorId: string, about: string) =>
  `latchkey draft ${workspaceId} ${connectorId} ${about}`;

/** The browser may keep its storage to itself: then there are no drafts, and nothing else is worse for it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseForm(form: unknown): DataSourceForm | undefined {
  if (!isObject(form) || !isObject(form.parameters)) return undefined;
  const { name, endpointId, credentialId, parameters } = form;
  if (typeof name !== "string" || typeof endpointId !== "string") return undefined;
  return { name, endpointId, parameters, ...(typeof credentialId === "string" ? { credentialId } : {}) };
}

/** A draft, as far as it is one. */
export function parseDraft(text: string | null): Draft | undefined {
  const draft: unknown = attempt(() => JSON.parse(text ?? ""));
  const values = isObject(draft) ? parseForm(draft.values) : undefined;
  if (!isObject(draft) || !values) return undefined;
  const base = parseForm(draft.base);
  return {
    values,
    ...(base ? { base } : {}),
    ...(typeof draft.revision === "number" ? { revision: draft.revision } : {}),
  };
}

export const readDraft = (storage: Store, key: string) => attempt(() => parseDraft(storage.getItem(key)));
export const writeDraft = (storage: Store, key: string, draft: Draft) =>
  attempt(() => storage.setItem(key, JSON.stringify(draft)));
export const forgetDraft = (storage: Store, key: string) => attempt(() => storage.removeItem(key));

export const isSet = (value: unknown) =>
  value !== undefined && value !== null && value !== "" && value !== false && !(Array.isArray(value) && !value.length);

/** Whether two forms say the same: a field that was never touched is no other than one that was emptied. */
export function saysTheSame(one: DataSourceForm, other: DataSourceForm): boolean {
  const plain = ({ parameters, ...rest }: DataSourceForm) =>
    JSON.stringify([
      Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      Object.entries(parameters)
        .filter(([, value]) => isSet(value))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  return plain(one) === plain(other);
}
