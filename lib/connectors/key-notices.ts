import type { CredentialValues, SignInConnector } from "./connector";

/** What the beginning of a key says about it, where its provider has several kinds: of each value, the longest that fits. */
export function keyNotices({ authentication }: SignInConnector, values: CredentialValues): string[] {
  return authentication.fields.flatMap((field) => {
    const kinds = field.secret ? (field.begins ?? []) : [];
    const fitting = kinds.filter((kind) => values[field.id]?.startsWith(kind.with));
    const [kind] = fitting.toSorted((one, other) => other.with.length - one.with.length);
    return kind ? [kind.notice] : [];
  });
}
