import "server-only";
import type { SampleDto } from "@/lib/api/reference-dto";
import { makeSamples } from "./make-samples";

/** *Verify now* of one credential, as programs say it. */
export function verifySamples(origin: string, credentialId: string): SampleDto[] {
  const url = `${origin}/api/v1/credentials/${encodeURIComponent(credentialId)}/verify`;
  return makeSamples({ method: "POST", url, needsToken: true, ifMatch: false, hasKey: false, answersJson: true });
}
