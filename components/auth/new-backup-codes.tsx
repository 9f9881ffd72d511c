"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { focusBack } from "@/components/ui/focus-back";
import { useAction } from "@/components/ui/use-action";
import { useSubmit } from "@/components/ui/use-submit";
import { renewBackupCodesAction } from "@/lib/auth/account/account-actions";
import { counted } from "@/lib/platform/counted-dto";
import { BackupCodes, SavedCodes } from "./backup-codes";
import { savedCodesResolver } from "./saved-codes-resolver";

type NewBackupCodesProps = {
  email: string;
  /** How many were not used; undefined where nobody can tell. */
  left: number | undefined;
};

/** How many backup codes are left, and new ones in place of all of them. */
export function NewBackupCodes({ email, left }: NewBackupCodesProps) {
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const renew = async () => {
    const result = await run(() => renewBackupCodesAction());
    if (!result) return;
    setAsking(false);
    if (result.ok) setCodes(result.data.backupCodes);
  };
  const close = () => {
    setCodes(undefined);
    // The form goes, and what had the focus with it.
    focusBack(null);
  };
  if (codes) return <KeepCodes codes={codes} email={email} onDone={close} />;
  return (
    <div className="grid gap-3">
      {left === undefined ? null : (
        <p className={left < 3 ? "text-warn" : ""}>
          {left === 0 ? "No backup codes left." : `${counted(left, "backup code")} left.`}
        </p>
      )}
      <Button className="justify-self-start" onClick={() => setAsking(true)}>
        Create new codes
      </Button>
      <Failure error={failure} />
      {asking ? (
        <ConfirmDialog
          busy={busy}
          confirm="Create new codes"
          onClose={() => setAsking(false)}
          onConfirm={renew}
          title="Create new backup codes?"
        >
          <p>The old ones stop working at once.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function KeepCodes({ codes, email, onDone }: { codes: readonly string[]; email: string; onDone: () => void }) {
  const { field, formProps } = useSubmit({
    defaultValues: { isSaved: false },
    resolver: async () => savedCodesResolver,
    send: async () => ({ ok: true, data: null }) as const,
    onDone,
  });
  return (
    <form className="grid gap-3" {...formProps}>
      <p role="status">Keep these codes with your passwords. Each one signs you in once if you lose the app.</p>
      <BackupCodes codes={codes} email={email} />
      <SavedCodes {...field("isSaved")} />
      <Button className="justify-self-start" type="submit" variant="primary">
        Done
      </Button>
    </form>
  );
}
