import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Connector } from "@/lib/connectors/connector";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import { CheckProgress } from "./check-progress";
import { CheckRegion } from "./check-region";
import { RefusedCheck } from "./refused-check";
import type { Check } from "./use-check";
import { VerificationPanel } from "./verification-panel";

type OverlayFooterProps = {
  connector: Connector;
  check: Pick<Check, "work" | "asking" | "last" | "outcome" | "test" | "stop" | "swap">;
  onCancel: () => void;
  onSave: () => void;
  /** Where saving is on offer although the provider could not be asked. */
  onSaveUnverified?: () => void;
  saveLabel: string;
  /** Where values may turn out to be stored already. */
  onDuplicate?: (duplicate: DuplicateDto) => ReactNode;
};

/** The course and the answer of a check, and the buttons. Stays in sight while the form scrolls. */
export function OverlayFooter(props: OverlayFooterProps) {
  const { connector, check, onCancel, onSave, onSaveUnverified, saveLabel, onDuplicate } = props;
  const { work, asking, last, outcome, test, stop, swap } = check;
  const retry = last === "save" ? onSave : test;
  const verification = outcome && "verification" in outcome ? outcome.verification : undefined;
  const maySwap = verification?.outcome === "refused" && connector.authentication.fields.length === 2;
  return (
    <>
      <CheckRegion className="max-h-[46dvh] shrink-0 overflow-y-auto px-6">
        {asking || work || outcome ? (
          <div className="border-t py-3">
            {asking ? <CheckProgress name={connector.name} onStop={stop} /> : null}
            {work && !asking ? <p className="text-muted">Saving …</p> : null}
            {verification && !work ? (
              <VerificationPanel
                connector={connector}
                folded
                key={verification.diagnostic.checkId}
                onRetry={retry}
                result={verification}
              >
                {maySwap ? <Button onClick={swap}>Swap and test again</Button> : null}
              </VerificationPanel>
            ) : null}
            {outcome && "error" in outcome ? <RefusedCheck error={outcome.error} onRetry={retry} /> : null}
            {outcome && "duplicate" in outcome && !work ? onDuplicate?.(outcome.duplicate) : null}
            {outcome && "stopped" in outcome ? (
              <p className="text-muted">The check was stopped. Nothing was saved.</p>
            ) : null}
          </div>
        ) : null}
      </CheckRegion>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
        <Button className="mr-auto" onClick={onCancel} variant="quiet">
          Cancel
        </Button>
        {onSaveUnverified && verification?.status === "UNVERIFIED" && !work ? (
          <Button onClick={onSaveUnverified}>Save without verifying</Button>
        ) : null}
        <Button busy={work === "test"} onClick={test}>
          Test
        </Button>
        <Button busy={work === "save"} type="submit" variant="primary">
          {saveLabel}
        </Button>
      </footer>
    </>
  );
}
