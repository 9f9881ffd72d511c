import { Button } from "@/components/ui/button";
import { QuietStatus } from "@/components/ui/status-badge";
import type { CredentialView } from "./credential-view";

type ChosenFooterProps = { chosen: Pick<CredentialView, "name" | "status"> | undefined; onNext: () => void };

/** Which credential was chosen, and the way on: in sight, however many there are. */
export function ChosenFooter({ chosen, onNext }: ChosenFooterProps) {
  return (
    <div className="sticky-foot">
      {chosen ? (
        <p className="flex min-w-0 flex-1 items-center gap-2">
          <span className="truncate font-semibold" dir="auto" title={chosen.name}>
            {chosen.name}
          </span>
          <QuietStatus status={chosen.status} />
        </p>
      ) : (
        <p className="min-w-0 flex-1 truncate text-muted">Choose a credential to continue.</p>
      )}
      <Button disabled={!chosen} onClick={onNext} variant="primary">
        Next
      </Button>
    </div>
  );
}
