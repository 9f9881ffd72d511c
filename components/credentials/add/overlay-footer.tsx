import type { ReactNode } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import type { ValuesCheck } from "@/components/credentials/checks/use-values-check";
import { Button } from "@/components/ui/button";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";

type OverlayFooterProps = {
  connector: SignInConnector;
  check: ValuesCheck;
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
  const { busy, last, outcome, test, swap } = check;
  const isUnverified = outcome && "verification" in outcome && outcome.verification.status === "UNVERIFIED";
  const waysOn = (reached: CheckOutcome) => {
    if ("duplicate" in reached) return onDuplicate?.(reached.duplicate);
    const isRefused = "verification" in reached && reached.verification.outcome === "refused";
    const { fields } = connector.authentication;
    // Never a secret into a field that is shown.
    const maySwap = isRefused && fields.length === 2 && fields.every(({ secret }) => secret);
    return maySwap ? <Button onClick={swap}>Swap and test again</Button> : null;
  };
  return (
    <>
      <CheckPanel
        check={check}
        connector={connector}
        inDialog
        more={waysOn}
        onRetry={last === "store" ? onSave : test}
        unchanged="Nothing was saved."
      />
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
        <Button className="mr-auto" onClick={onCancel} variant="quiet">
          Cancel
        </Button>
        {onSaveUnverified && isUnverified && !busy ? (
          <Button onClick={onSaveUnverified}>Save without verifying</Button>
        ) : null}
        <Button busy={busy && last === "verify"} onClick={test}>
          Test
        </Button>
        <Button busy={busy && last === "store"} type="submit" variant="primary">
          {saveLabel}
        </Button>
      </footer>
    </>
  );
}
