"use client";

import { type ReactNode, useEffect } from "react";
import { countDown, useCountdown } from "@/components/checks/use-countdown";
import { Notice } from "@/components/ui/notice";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { SignInConnector } from "@/lib/connectors/connector";
import { Causes } from "./causes";
import { SENTENCE_ID, toneOf } from "./check-sentence";
import { CopyDiagnostic } from "./copy-diagnostic";
import { diagnosticText } from "./diagnostic-text";
import { TryAgain } from "./try-again";

/** No button waits longer for a provider than this, in seconds. */
const LONGEST_WAIT = 30;

export type VerificationPanelProps = {
  connector: SignInConnector;
  result: VerificationResult;
  onRetry: () => void;
  /** Where room is short, only the first cause is there at once. */
  folded?: boolean;
  /** Further ways on, beside *Try again*. */
  children?: ReactNode;
};

/** What a check found: the sentence, what usually causes it, what to do, and the buttons to do it. */
export function VerificationPanel({ connector, result, onRetry, folded = false, children }: VerificationPanelProps) {
  const { status, message, causes, nextStep, retryable, retryAfterSeconds = 0 } = result;
  // A provider may name a day, or nonsense: the sentence says so, and the button comes back all the same.
  const wait = Math.min(retryAfterSeconds, LONGEST_WAIT);
  const left = useCountdown(wait);
  // It may come after the focus was led to a field below it: that scrolls no further than it has to.
  useEffect(() => {
    const { activeElement } = document;
    if (folded && activeElement instanceof HTMLInputElement) activeElement.scrollIntoView({ block: "nearest" });
  }, [folded]);
  return (
    <Notice title={message} titleId={SENTENCE_ID} tone={toneOf(result)}>
      <Causes causes={causes} folded={folded} />
      {nextStep ? <p>{countDown(nextStep, wait, left)}</p> : null}
      {status === "VERIFIED" ? null : (
        <div className="mt-1 flex flex-wrap gap-2">
          {retryable ? <TryAgain left={left} onRetry={onRetry} /> : null}
          {children}
          <CopyDiagnostic text={diagnosticText(connector, result)} />
        </div>
      )}
    </Notice>
  );
}
