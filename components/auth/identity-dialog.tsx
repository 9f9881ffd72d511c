"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { useSubmit } from "@/components/ui/use-submit";
import { confirmIdentityAction } from "@/lib/auth/account/account-actions";
import { CONFIRM_IDENTITY, CONFIRMED_CHANNEL, type IdentityWaysDto } from "@/lib/auth/auth-dto";
import { showPasskey } from "./show-passkey";

type IdentityDialogProps = { ways: IdentityWaysDto; onDone: (confirmed: boolean) => void };

/**
 * *Confirm it's you*: the password, a passkey, or the provider of single sign-on, whichever this account has. Only by
 * a button, Enter or leaving it ends, so that nothing happens unasked.
 */
export function IdentityDialog({ ways, onDone }: IdentityDialogProps) {
  const { field, formProps, busy, failure, run } = useSubmit({
    defaultValues: { password: "" },
    send: (values) => confirmIdentityAction(values),
    onDone: () => onDone(true),
  });

  // The provider's window reports by itself.
  useEffect(() => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.onmessage = () => onDone(true);
    return () => channel.close();
  }, [onDone]);

  const confirmWithPasskey = async () => {
    const result = await run(showPasskey);
    if (result?.ok) onDone(true);
  };
  return (
    <Dialog dirty={false} onClose={() => onDone(false)} title="Confirm it's you" width="small">
      <form {...formProps}>
        <div className="grid gap-3 px-6 py-5">
          <p className="text-muted">
            It's been a while since you signed in. Confirm it's you to continue; your changes are kept.
          </p>
          {ways.password ? (
            <PasswordField
              aside={STAR}
              id="confirm-password"
              label="Your password"
              autoComplete="current-password"
              data-autofocus
              required
              {...field("password")}
            />
          ) : null}
          {ways.passkey ? (
            <Button busy={busy} data-autofocus={!ways.password || undefined} onClick={confirmWithPasskey}>
              Use a passkey
            </Button>
          ) : null}
          {ways.singleSignOn ? (
            <Button className="wrap-anywhere" onClick={() => window.open(CONFIRM_IDENTITY, "", "width=560,height=720")}>
              Confirm with {ways.singleSignOn}
            </Button>
          ) : null}
          {ways.password || ways.passkey || ways.singleSignOn ? null : <p>Sign out and in again to continue.</p>}
          <Failure error={failure} />
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button onClick={() => onDone(false)}>Cancel</Button>
          {ways.password ? (
            <Button busy={busy} type="submit" variant="primary">
              Confirm
            </Button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
}
