"use client";

import { type ReactNode, useState } from "react";
import type { DataSourceRow } from "@/components/data-sources/data-source-row";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { SelectionContext } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast-context";
import { useSelection } from "@/components/ui/use-selection";
import { DeleteSelected } from "./delete-selected";
import { deletedWords } from "./deleted-words";

type BulkSourcesProps = {
  /** The rows of this page, in their order. */
  sources: readonly DataSourceRow[];
  /** The list, whose rows have check boxes then. */
  children: ReactNode;
};

/** Selecting rows of the list, and what can be done with all of them. */
export function BulkSources({ sources, children }: BulkSourcesProps) {
  const { selected, total, clear, context } = useSelection(sources);
  const [deleting, setDeleting] = useState(false);
  const { show } = useToast();
  return (
    <SelectionContext value={context}>
      {children}
      <BulkBar onClear={clear} selected={selected.length} total={total}>
        <Button onClick={() => setDeleting(true)} variant="danger">
          Delete selected
        </Button>
      </BulkBar>
      {deleting ? (
        <DeleteSelected
          onClose={() => setDeleting(false)}
          onDeleted={(asked, { deleted }) => {
            setDeleting(false);
            clear();
            show({ text: deletedWords(asked, deleted.length) });
          }}
          sources={selected.map(({ id, name }) => ({ id, name }))}
        />
      ) : null}
    </SelectionContext>
  );
}
