import { Notice } from "@/components/ui/notice";
import type { VerificationResult } from "@/lib/checks/verification-dto";

const tones = { VERIFIED: "ok", FAILED: "bad", UNVERIFIED: "warn" } as const;

/** What a check found: the sentence, what usually causes it, what to do. */
export function VerificationPanel({ result }: { result: VerificationResult }) {
  const { status, message, causes, nextStep } = result;
  return (
    <Notice title={message} tone={tones[status]}>
      {causes.length > 0 ? (
        <ul className="grid list-disc gap-0.5 pl-4">
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      ) : null}
      {nextStep ? <p>{nextStep}</p> : null}
    </Notice>
  );
}
