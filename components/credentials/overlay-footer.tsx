import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Connector } from "@/lib/connectors/connector";
import { type CheckOutcome, type OverlayWork, useIsSlow } from "./use-check";
import { VerificationPanel } from "./verification-panel";

type OverlayFooterProps = {
  connector: Connector;
  work: OverlayWork;
  outcome: CheckOutcome | undefined;
  onCancel: () => void;
  onTest: () => void;
  /** Present where the provider could not be asked and saving all the same is on offer. */
  onSaveUnverified?: (() => void) | undefined;
  saveLabel: string;
};

/** The panel with the answer of a check, and the buttons. Stays in sight while the form scrolls. */
export function OverlayFooter({
  connector,
  work,
  outcome,
  onCancel,
  onTest,
  onSaveUnverified,
  saveLabel,
}: OverlayFooterProps) {
  const slow = useIsSlow(work !== undefined);
  return (
    <>
      <div aria-live="polite" className="px-6 empty:hidden">
        {work ? (
          <p className="pb-3 text-muted">
            {slow
              ? `${connector.name} is slow. Waiting up to 10 seconds for its answer.`
              : `Asking ${connector.name} …`}
          </p>
        ) : outcome ? (
          <div className="max-h-[38dvh] overflow-y-auto pb-4">
            {"verification" in outcome ? (
              <VerificationPanel result={outcome.verification} />
            ) : (
              <Notice title={outcome.error.message} tone="bad" />
            )}
          </div>
        ) : null}
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
        <Button className="mr-auto" onClick={onCancel} variant="quiet">
          Cancel
        </Button>
        {onSaveUnverified && !work ? <Button onClick={onSaveUnverified}>Save without verifying</Button> : null}
        <Button busy={work === "test"} onClick={onTest}>
          Test
        </Button>
        <Button busy={work === "save"} type="submit" variant="primary">
          {saveLabel}
        </Button>
      </footer>
    </>
  );
}
