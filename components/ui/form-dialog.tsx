import type { FormEvent, ReactNode } from "react";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Failure } from "./failure";

type FormDialogProps = {
  title: string;
  subtitle?: ReactNode;
  /** Something was entered that closing would lose. */
  dirty: boolean;
  busy: boolean;
  /** What the button does. */
  submit: string;
  /** It takes something away: then the safe answer has the focus. */
  danger?: true;
  onInput?: () => void;
  onSubmit: () => void;
  onClose: () => void;
  /** Why it was refused, unless a field says so. */
  failure: ErrorDto | undefined;
  children: ReactNode;
};

/** A small form in a dialog: a field or two, and what went wrong. */
export function FormDialog({ submit, danger, busy, onInput, onSubmit, failure, children, ...dialog }: FormDialogProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog width="small" {...dialog}>
      <form method="post" noValidate onInput={onInput} onSubmit={send}>
        <div className="grid gap-3 px-6 py-5">
          {children}
          <div aria-live="polite" className="empty:hidden">
            {failure ? <Failure error={failure} /> : null}
          </div>
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button {...(danger ? { "data-autofocus": true } : {})} onClick={dialog.onClose}>
            Cancel
          </Button>
          <Button busy={busy} type="submit" variant={danger ? "danger" : "primary"}>
            {submit}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
