import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";

const words = { VERIFIED: "verified", UNVERIFIED: "unverified", FAILED: "needs attention" } as const;

/** Credentials to choose from in a select, each with its status. */
export function CredentialOptions({ choices }: Pick<CredentialChoicesDto, "choices">) {
  return choices.map(({ id, name, status }) => (
    <option key={id} value={id}>
      {name} ({words[status]})
    </option>
  ));
}
