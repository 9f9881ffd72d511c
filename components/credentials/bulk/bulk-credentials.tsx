"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { LeftOutNotice } from "@/components/credentials/list/left-out-notice";
import { deletedToast, restoredToast } from "@/components/credentials/list/several-words";
import { focusBack } from "@/components/ui/focus-back";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { restoreCredentialsAction } from "@/lib/credentials/list/bulk-actions";
import type { DeletionResultDto, NamedCredential } from "@/lib/credentials/list/bulk-dto";
import { BulkBar } from "./bulk-bar";
import { BulkVerifyPanel } from "./bulk-verify-panel";
import { DeleteSelected } from "./delete-selected";
import { SelectionContext } from "./selection";
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState(false);
  const [deletion, setDeletion] = useState<DeletionResultDto>();
  const results = useRef<HTMLDivElement>(null);
  const restoring = useAction();
  const { show } = useToast();

  const toggle = useCallback(
    (id: string, isSelected: boolean) =>
      setChosen((before) => {
        if (before.has(id) === isSelected) return before;
        return new Set(isSelected ? [...before, id] : [...before].filter((other) => other !== id));
      }),
    [],
  );
  const { run, isRunning, verify, stop, close } = useBulkVerify((id) => toggle(id, false));
  // Someone else may have deleted one meanwhile.
  const selected = credentials.flatMap(({ id, name }) => (chosen.has(id) ? [{ id, name }] : []));
  const isBarThere = selected.length > 0 || isRunning;
  const total = credentials.length;

  // The bar goes with the selection, and its button had the focus: what came of it takes that.
  useEffect(() => {
    if (isBarThere || document.activeElement !== document.body || !(run || deletion)) return;
    if (results.current?.firstElementChild) results.current.focus();
    else focusBack(null);
  }, [isBarThere, run, deletion]);

  /** Pressed on whichever page comes next. */
  const undo = async (credentialIds: string[]) => {
    const result = await restoring.run((from) => restoreCredentialsAction(from, { credentialIds }));
    if (result) show(result.ok ? restoredToast(result.data) : { refused: result.error });
  };

  const onDeleted = (result: DeletionResultDto) => {
    setDeleting(false);
    setDeletion(result);
    setChosen(new Set());
    show(deletedToast(result, () => void undo(result.deleted.map(({ id }) => id))));
  };
  const selectAll = (all: boolean) => setChosen(new Set(all ? credentials.map(({ id }) => id) : []));
  const selection = { selected: new Set(selected.map(({ id }) => id)), toggle, total, selectAll };
  return (
    <SelectionContext value={selection}>
      <div className="grid gap-4 outline-none empty:absolute" ref={results} tabIndex={-1}>
        {deletion?.interrupted || deletion?.inUse.length ? (
          <div aria-live="polite" className="grid gap-3">
            <LeftOutNotice result={deletion} />
          </div>
        ) : null}
        {run ? <BulkVerifyPanel onClose={close} onStop={stop} run={run} /> : null}
      </div>
      {children}
      <p className="sr-only" role="status">
        {selected.length === 0 ? "" : `${selected.length} of ${total} selected`}
      </p>
      {isBarThere ? (
        <BulkBar
          isRunning={isRunning}
          onClear={() => selectAll(false)}
          onDelete={mayDelete ? () => setDeleting(true) : undefined}
          onVerify={mayVerify ? () => verify(selected) : undefined}
          selected={selected.length}
          total={total}
        />
      ) : null}
      {deleting ? (
        <DeleteSelected credentials={selected} onClose={() => setDeleting(false)} onDeleted={onDeleted} />
      ) : null}
    </SelectionContext>
  );
}
