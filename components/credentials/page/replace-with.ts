import type { Stranger } from "@/components/credentials/checks/use-check";
import type { Whose } from "@/lib/checks/verification-dto";
import type { CredentialValues } from "@/lib/connectors/connector";
import { replaceCredentialValuesAction } from "@/lib/credentials/credential-actions";
import type { CredentialDto } from "@/lib/credentials/credential-dto";

/** Whether what was accepted is another account's or person's than what it is to replace, where the provider told of both. */
export function strangerTo(before: Whose | undefined, now: Whose | undefined): Stranger | undefined {
  if (!before || !now || (before.of === now.of && before.text === now.text)) return undefined;
  return { before, now };
}

/** The act that puts accepted values in the place of a credential's own. */
export const replaceWith =
  (values: CredentialValues, { id: credentialId, revision }: Pick<CredentialDto, "id" | "revision">) =>
  (from: string, receipt: string | undefined) =>
    replaceCredentialValuesAction(from, { credentialId, revision, values, receipt });
