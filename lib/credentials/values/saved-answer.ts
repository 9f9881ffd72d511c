import { refusedAnswer } from "@/lib/checks/refused-answer";
import type { Agreed } from "@/lib/checks/verification-dto";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";

type Result = Agreed<object> | { saved: false; duplicate: DuplicateDto };

/** What an act came to, as a route answers it: done, or why the provider's answer or what is stored did not allow it. */
export function savedAnswer(result: Result, status: 200 | 201): { status: number; body: unknown } {
  if (result.saved) return { status, body: result };
  if ("verification" in result) return refusedAnswer(result.verification);
  const message = "These values are stored already. Send keepBoth: true to store them a second time.";
  return { status: 409, body: { error: { code: "ALREADY_STORED", message, duplicate: result.duplicate } } };
}
