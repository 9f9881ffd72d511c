import type { CredentialValues } from "@/lib/connectors/connector";
import { replaceCredentialValuesAction } from "@/lib/credentials/credential-actions";
import type { CredentialDto } from "@/lib/credentials/credential-dto";

/** The act that puts accepted values in the place of a credential's own. */
export const replaceWith =
  (values: CredentialValues, { id: credentialId, revision }: Pick<CredentialDto, "id" | "revision">) =>
  (from: string, receipt: string | undefined) =>
    replaceCredentialValuesAction(from, { credentialId, revision, values, receipt });
