import type { ReactNode } from "react";
import { Button } from "./button";
import { CancelButton, Dialog } from "./dialog";
import { Failure } from "./failure";
import type { Submission } from "./use-submit";

type FormDialogProps = {
  title: string;
  subtitle?: ReactNode;
  submission: Submission;
  /** What the button does. */
  submit: string;
  /** It takes something away: then the safe answer has the focus. */
  danger?: true;
  onClose: () => void;
  children: ReactNode;
};

/** A small form in a dialog: a field or two, and what went wrong. */
export function FormDialog({ submission, submit, danger, children, ...dialog }: FormDialogProps) {
  const { formProps, isDirty, busy, failure } = submission;
  return (
    <Dialog dirty={isDirty} width="small" {...dialog}>
      <form {...formProps}>
        <div className="grid gap-3 px-6 py-5">
          {children}
          <Failure error={failure} />
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <CancelButton {...(danger ? { "data-autofocus": true } : {})} />
          <Button busy={busy} type="submit" variant={danger ? "danger" : "primary"}>
            {submit}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
