"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { CancelButton, Dialog } from "./dialog";

type ConfirmDialogProps = {
  title: string;
  confirm: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks before something that cannot be undone. The safe answer has the focus. */
export function ConfirmDialog({ title, confirm, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog dirty={false} onClose={onClose} title={title} width="small">
      <div className="grid gap-3 px-6 py-5">{children}</div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton data-autofocus />
        <Button busy={busy} onClick={onConfirm} variant="danger">
          {confirm}
        </Button>
      </footer>
    </Dialog>
  );
}
