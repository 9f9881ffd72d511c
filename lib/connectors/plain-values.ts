import type { CredentialField, CredentialValues, SignInConnector } from "./connector";

/** The fields that are no secret. */
export function plainFields({ authentication }: SignInConnector) {
  return authentication.fields.filter((field) => !field.secret);
}

/** The values that are shown, and those that are sealed. */
export function splitValues(connector: SignInConnector, values: CredentialValues) {
  const plain = new Set(plainFields(connector).map(({ id }) => id));
  const pick = (isPlain: boolean): CredentialValues =>
    Object.fromEntries(Object.entries(values).filter(([id]) => plain.has(id) === isPlain));
  return { plain: pick(true), secret: pick(false) };
}

/** The plain values of a row. Whatever else someone put there is left out: it is no value. */
export function readPlainValues(stored: unknown): CredentialValues {
  const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

const spell = (field: Exclude<CredentialField, { secret: true }>, value: string): string =>
  (field.kind === "choice" && field.options.find((option) => option.value === value)?.label) || value;

/** The plain values as people read them, in the connector's order. */
export function shownValues(
  connector: SignInConnector | undefined,
  values: CredentialValues,
): { label: string; text: string }[] {
  return (connector ? plainFields(connector) : []).flatMap((field) => {
    const value = values[field.id];
    return value === undefined ? [] : [{ label: field.label, text: spell(field, value) }];
  });
}
