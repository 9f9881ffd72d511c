import type { CredentialValues } from "@/lib/connectors/connector";
import { readPlainValues } from "@/lib/connectors/plain-values";

/** Selects, of the versions of a credential, the plain values of the one in use: the one that nothing replaced. */
export const activePlainValues = { where: { replacedAt: null }, select: { plainValues: true } } as const;

/** The plain values in use, of a credential that was selected with them. */
export function plainValuesOf({ versions: [active] }: { versions: { plainValues: unknown }[] }): CredentialValues {
  return readPlainValues(active?.plainValues);
}
