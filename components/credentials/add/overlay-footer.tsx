import type { ReactNode } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import type { CheckOutcome, InTheWay } from "@/components/credentials/checks/use-check";
import type { ValuesCheck } from "@/components/credentials/checks/use-values-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { Button } from "@/components/ui/button";
import { CancelButton } from "@/components/ui/dialog";
import type { SignInConnector } from "@/lib/connectors/connector";

type OverlayResultProps<D extends InTheWay> = {
  connector: SignInConnector;
  check: ValuesCheck;
  onSave: () => void;
  /** Whether saving is on offer although the provider could not be asked. */
  maySaveUnverified?: boolean;
  /** Where values may turn out to be stored already, or someone else's. */
  onDuplicate?: (duplicate: D) => ReactNode;
};

/** Nothing was learnt of the values. */
const isUnanswered = (reached: CheckOutcome) =>
  "verification" in reached && reached.verification.status === "UNVERIFIED";

/** What more can be done here where nothing was learnt. */
function savable(outcome: CheckOutcome | undefined): CheckOutcome | undefined {
  if (!outcome || !("verification" in outcome) || !isUnanswered(outcome)) return outcome;
  const nextStep = `${outcome.verification.nextStep} You can also save without verifying, and verify later.`;
  return { verification: { ...outcome.verification, nextStep } };
}

/** The course and the answer of a check. It stands above the values that it is about, and scrolls with them. */
export function OverlayResult<D extends InTheWay>({
  connector,
  check,
  onSave,
  maySaveUnverified = false,
  onDuplicate,
}: OverlayResultProps<D>) {
  const { last, test, swap } = check;
  const waysOn = (reached: CheckOutcome) => {
    if ("duplicate" in reached) return onDuplicate?.(reached.duplicate as D);
    const isRefused = "verification" in reached && reached.verification.outcome === "refused";
    const { fields } = connector.authentication;
    // Never a secret into a field that is shown.
    const maySwap = isRefused && fields.length === 2 && fields.every(({ secret }) => secret);
    return maySwap ? <Button onClick={swap}>Swap and test again</Button> : null;
  };
  return (
    <CheckPanel
      check={maySaveUnverified ? { ...check, outcome: savable(check.outcome) } : check}
      connector={connector}
      inDialog
      more={waysOn}
      onRetry={last === "store" ? onSave : test}
      unchanged="Nothing was saved."
    />
  );
}

type OverlayFooterProps = {
  check: ValuesCheck;
  /** Where saving is on offer although the provider could not be asked. */
  onSaveUnverified?: () => void;
  saveLabel: string;
};

/** The buttons. They stay in sight while the form scrolls. */
export function OverlayFooter({ check, onSaveUnverified, saveLabel }: OverlayFooterProps) {
  const { busy, last, outcome, test } = check;
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
      <CancelButton className="mr-auto" variant="quiet" />
      {onSaveUnverified && outcome && isUnanswered(outcome) && !busy ? (
        <Button onClick={onSaveUnverified}>Save without verifying</Button>
      ) : null}
      <Button busy={busy && last === "verify"} onClick={test}>
        Test
      </Button>
      <Button busy={busy && last === "store"} type="submit" variant={primaryUnless(outcome)}>
        {saveLabel}
      </Button>
    </footer>
  );
}
