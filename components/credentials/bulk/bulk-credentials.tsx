"use client";

import { type ReactNode, useRef, useState } from "react";
import { LeftOutNotice } from "@/components/credentials/list/left-out-notice";
import { deletedToast, restoredToast } from "@/components/credentials/list/several-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { SelectionContext } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { useSelection } from "@/components/ui/use-selection";
import { restoreCredentialsAction } from "@/lib/credentials/list/bulk-actions";
import type { DeletionResultDto, NamedCredential } from "@/lib/credentials/list/bulk-dto";
import { BulkVerifyPanel } from "./bulk-verify-panel";
import { DeleteSelected } from "./delete-selected";
import { useBulkVerify } from "./use-bulk-verify";

type BulkCredentialsProps = {
  /** Those of this page, in their order. They may carry more: the rows' own list is one that the page carries already. */
  credentials: readonly NamedCredential[];
  mayVerify: boolean;
  mayDelete: boolean;
  /** The list, whose rows have check boxes then. */
  children: ReactNode;
};

/** Selecting rows of the list, and what can be done with all of them. */
export function BulkCredentials({ credentials, mayVerify, mayDelete, children }: BulkCredentialsProps) {
  const { selected, total, toggle, clear, context } = useSelection(credentials);
  const [deleting, setDeleting] = useState(false);
  const [deletion, setDeletion] = useState<DeletionResultDto>();
  const results = useRef<HTMLDivElement>(null);
  const restoring = useAction();
  const { show } = useToast();
  const { run, isRunning, verify, stop, close } = useBulkVerify((id) => toggle(id, false));

  /** Pressed on whichever page comes next. */
  const undo = async (credentialIds: string[]) => {
    const result = await restoring.run((from) => restoreCredentialsAction(from, { credentialIds }));
    if (result) show(result.ok ? restoredToast(result.data) : { refused: result.error });
  };

  const onDeleted = (result: DeletionResultDto) => {
    setDeleting(false);
    setDeletion(result);
    clear();
    show(deletedToast(result, () => void undo(result.deleted.map(({ id }) => id))));
  };
  const named = () => selected.map(({ id, name }) => ({ id, name }));
  return (
    <SelectionContext value={context}>
      <div className="grid gap-4 outline-none empty:absolute" ref={results} tabIndex={-1}>
        {deletion?.interrupted || deletion?.inUse.length ? (
          <div aria-live="polite" className="grid gap-3">
            <LeftOutNotice result={deletion} />
          </div>
        ) : null}
        {run ? <BulkVerifyPanel onClose={close} onStop={stop} run={run} /> : null}
      </div>
      {children}
      <BulkBar isRunning={isRunning} onClear={clear} results={results} selected={selected.length} total={total}>
        {mayVerify ? (
          <Button busy={isRunning} disabled={selected.length === 0 && !isRunning} onClick={() => void verify(named())}>
            Verify selected
          </Button>
        ) : null}
        {mayDelete ? (
          <Button disabled={selected.length === 0 || isRunning} onClick={() => setDeleting(true)} variant="danger">
            Delete selected
          </Button>
        ) : null}
      </BulkBar>
      {deleting ? (
        <DeleteSelected credentials={named()} onClose={() => setDeleting(false)} onDeleted={onDeleted} />
      ) : null}
    </SelectionContext>
  );
}
