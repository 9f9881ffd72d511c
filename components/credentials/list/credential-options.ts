import type { ComboboxOption } from "@/components/ui/combobox-list";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";

const words = { VERIFIED: "verified", UNVERIFIED: "unverified", FAILED: "needs attention" } as const;

/** Credentials to choose from in a combobox, each with its status. */
export const credentialOptions = (choices: CredentialChoicesDto["choices"]): ComboboxOption[] =>
  choices.map(({ id, name, status }) => ({ id, label: name, hint: words[status] }));
