"use client";

import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { SignInConnector } from "@/lib/connectors/connector";
import { CheckProgress } from "./check-progress";
import { CheckRegion } from "./check-region";
import { RefusedCheck } from "./refused-check";
import type { Check, CheckOutcome } from "./use-check";
import { VerificationPanel } from "./verification-panel";

type OutcomeProps = {
  connector: SignInConnector;
  onRetry: () => void;
  /** What is so after a check that was stopped: "Nothing was saved." */
  unchanged: string;
  /** In a dialog room is short, and the footer is below. */
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
}: OutcomeProps & { outcome: CheckOutcome }) {
  if ("stopped" in outcome) return <p className="text-muted">The check was stopped. {unchanged}</p>;
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
  return (
    <VerificationPanel
      connector={connector}
      folded={inDialog}
      key={verification.diagnostic.checkId}
      onRetry={onRetry}
      result={verification}
    >
      {more?.(outcome)}
    </VerificationPanel>
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
  const place = inDialog ? "max-h-[46dvh] shrink-0 overflow-y-auto px-6" : "empty:absolute";
  const isStoring = busy && asking === undefined && inDialog;
  return (
    <CheckRegion className={`${place} ${className}`}>
      {asking !== undefined || isStoring || outcome ? (
        <div className={inDialog ? "border-t py-3" : ""}>
          {asking === undefined ? null : <CheckProgress key={asking} name={connector.name} onStop={stop} />}
          {isStoring ? <p className="text-muted">Saving …</p> : null}
          {outcome && !busy ? <Outcome outcome={outcome} {...props} /> : null}
        </div>
      ) : null}
    </CheckRegion>
  );
}
