import "server-only";
import { codeOfRefused } from "@/lib/checks/code-of-refused";
import type { Agreed } from "@/lib/checks/verification-dto";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import { Refusal } from "@/lib/platform/errors";

/** What an act came to, where it was done. Throws why not: the provider's answer, or what is stored already. */
export function agreed<Done extends object>(
  result: Agreed<Done> | { saved: false; duplicate: DuplicateDto },
): { saved: true } & Done {
  if (result.saved) return result;
  if ("duplicate" in result) {
    const message = "These values are already stored. Send keepBoth: true to store them a second time.";
    throw new Refusal("ALREADY_STORED", message, { duplicate: result.duplicate });
  }
  const { verification } = result;
  throw new Refusal(codeOfRefused(verification), verification.message, { verification });
}
