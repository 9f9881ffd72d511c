"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { confirmIdentityAction } from "@/lib/auth/account-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message: "The server did not answer. Check your connection and try again.",
};

/** *Confirm it is you*: one field. Only by the button, Enter or leaving it ends, so that nothing happens unasked. */
export function IdentityDialog({ onDone }: { onDone: (confirmed: boolean) => void }) {
  // Not `useAction`: that is what opens this dialog.
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState("");
  const [error, setError] = useState<ErrorDto>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    const result = await confirmIdentityAction({ password }).catch(() => ({ ok: false, error: NOT_SENT }) as const);
    running.current = false;
    setBusy(false);
    if (result.ok) onDone(true);
    else setError(result.error);
  };
  const problem = error?.fields?.password;

  return (
    <Dialog dirty={false} onClose={() => onDone(false)} title="Confirm it is you" width="small">
      <form method="post" noValidate onSubmit={submit}>
        <div className="grid gap-3 px-6 py-5">
          <p className="text-muted">You signed in a while ago, and this cannot be undone. What you typed stays.</p>
          <Field error={problem} id="confirm-password" label="Your password">
            <input
              {...describedBy("confirm-password", problem)}
              autoComplete="current-password"
              className={inputClass}
              data-autofocus
              onChange={(event) => setPassword(event.target.value)}
              required
              type="password"
              value={password}
            />
          </Field>
          <div aria-live="polite" className="empty:hidden">
            {error && !problem ? <Notice title={error.message} tone="bad" /> : null}
          </div>
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button onClick={() => onDone(false)}>Cancel</Button>
          <Button busy={busy} type="submit" variant="primary">
            Confirm
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
