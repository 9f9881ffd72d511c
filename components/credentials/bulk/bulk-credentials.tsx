"use client";

import { type ReactNode, useCallback, useState } from "react";
import { DeletedSeveralNotice } from "@/components/credentials/list/deleted-several-notice";
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

  const toggle = useCallback(
    (id: string, isSelected: boolean) =>
      setChosen((before) => {
        if (before.has(id) === isSelected) return before;
        return new Set(isSelected ? [...before, id] : [...before].filter((other) => other !== id));
      }),
    [],
  );
  const { run, isRunning, verify, stop } = useBulkVerify((id) => toggle(id, false));
  // Someone else may have deleted one meanwhile.
  const selected = credentials.flatMap(({ id, name }) => (chosen.has(id) ? [{ id, name }] : []));

  const onDeleted = (result: DeletionResultDto) => {
    setDeleting(false);
    setDeletion(result);
    setChosen(new Set());
  };
  return (
    <SelectionContext value={{ selected: new Set(selected.map(({ id }) => id)), toggle }}>
      <div aria-live="polite" className="max-w-form empty:absolute">
        {deletion ? <DeletedSeveralNotice key={deletion.deleted.map(({ id }) => id).join()} result={deletion} /> : null}
      </div>
      {run ? <BulkVerifyPanel onStop={stop} run={run} /> : null}
      {credentials.length > 0 ? (
        <div className="grid gap-2">
          <BulkBar
            isRunning={isRunning}
            onDelete={mayDelete ? () => setDeleting(true) : undefined}
            onSelectAll={(all) => setChosen(new Set(all ? credentials.map(({ id }) => id) : []))}
            onVerify={mayVerify ? () => verify(selected) : undefined}
            selected={selected.length}
            total={credentials.length}
          />
          {children}
        </div>
      ) : null}
      {deleting ? (
        <DeleteSelected credentials={selected} onClose={() => setDeleting(false)} onDeleted={onDeleted} />
      ) : null}
    </SelectionContext>
  );
}
