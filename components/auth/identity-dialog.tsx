"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { confirmIdentityAction } from "@/lib/auth/account-actions";
import { CONFIRM_IDENTITY, CONFIRMED_CHANNEL, type IdentityWaysDto } from "@/lib/auth/auth-dto";
import { beginPasskeyConfirmationAction, confirmWithPasskeyAction } from "@/lib/auth/passkey-actions";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import { askPasskey } from "./ask-passkey";

const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message: "The server did not answer. Check your connection and try again.",
};

type IdentityDialogProps = { ways: IdentityWaysDto; onDone: (confirmed: boolean) => void };

/**
 * *Confirm it is you*: the password, a passkey, or the provider of single sign-on, whichever this account has. Only by
 * a button, Enter or leaving it ends, so that nothing happens unasked.
 */
export function IdentityDialog({ ways, onDone }: IdentityDialogProps) {
  // Not `useAction`: that is what opens this dialog.
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState("");
  const [error, setError] = useState<ErrorDto>();

  // The provider's window reports by itself.
  useEffect(() => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.onmessage = () => onDone(true);
    return () => channel.close();
  }, [onDone]);

  const confirm = async (way: () => Promise<ActionResult<null>>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    const result = await way().catch(() => ({ ok: false, error: NOT_SENT }) as const);
    running.current = false;
    setBusy(false);
    if (result.ok) onDone(true);
    else setError(result.error);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ways.password) void confirm(() => confirmIdentityAction({ password }));
  };
  const passkey = async () => {
    const begun = await beginPasskeyConfirmationAction();
    if (!begun.ok) return begun;
    const signed = await askPasskey(begun.data);
    return signed.ok ? confirmWithPasskeyAction(signed.data) : signed;
  };
  const problem = error?.fields?.password;

  return (
    <Dialog dirty={false} onClose={() => onDone(false)} title="Confirm it is you" width="small">
      <form method="post" noValidate onSubmit={submit}>
        <div className="grid gap-3 px-6 py-5">
          <p className="text-muted">You signed in a while ago. Show once more that it is you; what you typed stays.</p>
          {ways.password ? (
            <TextField
              error={problem}
              id="confirm-password"
              label="Your password"
              autoComplete="current-password"
              data-autofocus
              onChange={(event) => setPassword(event.target.value)}
              required
              type="password"
              value={password}
            />
          ) : null}
          {ways.passkey ? (
            <Button busy={busy} data-autofocus={!ways.password || undefined} onClick={() => confirm(passkey)}>
              Use a passkey
            </Button>
          ) : null}
          {ways.singleSignOn ? (
            <Button className="wrap-anywhere" onClick={() => window.open(CONFIRM_IDENTITY, "", "width=560,height=720")}>
              Confirm with {ways.singleSignOn}
            </Button>
          ) : null}
          {ways.password || ways.passkey || ways.singleSignOn ? null : (
            <p>Sign out and in again: then it is a recent sign-in.</p>
          )}
          <div aria-live="polite" className="empty:hidden">
            {error && !problem ? <Notice title={error.message} tone="bad" /> : null}
          </div>
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
