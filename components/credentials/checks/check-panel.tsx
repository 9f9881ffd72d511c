"use client";

import { type ComponentType, type ReactNode, useEffect, useRef } from "react";
import { CheckProgress } from "@/components/checks/check-progress";
import { Notice } from "@/components/ui/notice";
import { useLater } from "@/components/ui/use-later";
import type { SignInConnector } from "@/lib/connectors/connector";
import { CheckRegion } from "./check-region";
import { SENTENCE_ID, toneOf } from "./check-sentence";
import { RefusedCheck } from "./refused-check";
import { TryAgain } from "./try-again";
import type { Check, CheckOutcome } from "./use-check";
import type { VerificationPanelProps } from "./verification-panel";
import { isRetryable } from "./way-on";

type Panel = ComponentType<VerificationPanelProps>;

// What explains an answer comes while the provider is asked.
const loadPanel = async () => (await import("./verification-panel")).VerificationPanel;

type OutcomeProps = {
  connector: SignInConnector;
  onRetry: () => void;
  /** What is so after a check that was stopped: "Nothing was saved." */
  unchanged: string;
  /** In a dialog room is short, and what scrolls is around it. */
  inDialog?: boolean;
  /** What more there is to an outcome: ways on, or whatever stands in the way. */
  more?: ((outcome: CheckOutcome) => ReactNode) | undefined;
};

function Outcome({
  connector,
  outcome,
  onRetry,
  unchanged,
  inDialog = false,
  more,
  panel: Explained,
}: OutcomeProps & { outcome: CheckOutcome; panel: Panel | undefined }) {
  if ("stopped" in outcome) return <p className="text-muted">Check stopped. {unchanged}</p>;
  if ("done" in outcome) return <Notice title={outcome.done} tone="ok" />;
  if ("duplicate" in outcome) return more?.(outcome);
  if ("error" in outcome) {
    return (
      <RefusedCheck error={outcome.error} onRetry={onRetry}>
        {more?.(outcome)}
      </RefusedCheck>
    );
  }
  const { verification } = outcome;
  // Where the explanation did not come, what was answered and the ways on are there all the same.
  if (!Explained)
    return (
      <Notice title={verification.message} titleId={SENTENCE_ID} tone={toneOf(verification)}>
        <div className="mt-1 flex flex-wrap gap-2">
          {isRetryable(outcome) ? <TryAgain left={0} onRetry={onRetry} /> : null}
          {more?.(outcome)}
        </div>
      </Notice>
    );
  return (
    <Explained
      connector={connector}
      folded={inDialog}
      key={verification.diagnostic.checkId}
      onRetry={onRetry}
      result={verification}
    >
      {more?.(outcome)}
    </Explained>
  );
}

type CheckPanelProps = OutcomeProps & {
  check: Pick<Check, "busy" | "asking" | "outcome" | "stop">;
  className?: string;
};

/** The course of a check and what came of it: that it goes on and how to stop it, then the outcome. */
export function CheckPanel({ check, className = "", ...props }: CheckPanelProps) {
  const { busy, asking, outcome, stop } = check;
  const { connector, inDialog = false } = props;
  const isStoring = busy && asking === undefined && inDialog;
  const isThere = asking !== undefined || isStoring || outcome !== undefined;
  const panel = useLater(loadPanel, isThere);
  const told = useRef<HTMLDivElement>(null);
  // In the flow of what scrolls: whoever pressed a button below it sees at once what comes of it. It says more at the end.
  const isAnswered = outcome !== undefined && !busy;
  useEffect(() => {
    if (isThere && inDialog) told.current?.scrollIntoView({ block: isAnswered ? "start" : "nearest" });
  }, [isThere, isAnswered, inDialog]);
  return (
    <CheckRegion className={`empty:absolute ${className}`}>
      {isThere ? (
        <div className={inDialog ? "scroll-my-4" : ""} ref={told}>
          {asking === undefined ? null : <CheckProgress key={asking} name={connector.name} onStop={stop} />}
          {isStoring ? <p className="text-muted">Saving …</p> : null}
          {outcome && !busy ? <Outcome outcome={outcome} panel={panel} {...props} /> : null}
        </div>
      ) : null}
    </CheckRegion>
  );
}
