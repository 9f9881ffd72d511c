"use client";

import { type ReactNode, useState } from "react";
import { type DataSourceRow, typeOfAll } from "@/components/data-sources/data-source-row";
import { BlockedButton } from "@/components/ui/blocked-button";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { SelectionContext } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast-context";
import { useLater } from "@/components/ui/use-later";
import { useSelection } from "@/components/ui/use-selection";
import { DeleteSelected } from "./delete-selected";
import { deletedWords } from "./deleted-words";

// What it says of a check comes once rows are selected.
const loadChange = async () => (await import("./change-credential")).ChangeCredential;

type BulkSourcesProps = {
  /** The rows of this page, in their order. */
  sources: readonly DataSourceRow[];
  mayMove: boolean;
  /** The list, whose rows have check boxes then. */
  children: ReactNode;
};

/** Selecting rows of the list, and what can be done with all of them. */
export function BulkSources({ sources, mayMove, children }: BulkSourcesProps) {
  const { selected, total, toggle, clear, context } = useSelection(sources);
  const [deleting, setDeleting] = useState(false);
  /** Of which type they are. It stays, whatever someone else deletes meanwhile. */
  const [changing, setChanging] = useState<string>();
  const { show } = useToast();
  const ChangeCredential = useLater(loadChange, mayMove && selected.length > 0);
  const connectorId = typeOfAll(selected);
  return (
    <SelectionContext value={context}>
      {children}
      <BulkBar onClear={clear} selected={selected.length} total={total}>
        {mayMove ? (
          <BlockedButton
            onClick={() => setChanging(connectorId)}
            reason={connectorId ? undefined : "Select data sources of one type to change their credential."}
          >
            Change credential
          </BlockedButton>
        ) : null}
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
      {ChangeCredential && changing !== undefined ? (
        <ChangeCredential
          connectorId={changing}
          onChanged={(text) => {
            setChanging(undefined);
            show({ text });
          }}
          onClose={() => setChanging(undefined)}
          onDone={(ids) => {
            for (const id of ids) toggle(id, false);
          }}
          sources={selected}
        />
      ) : null}
    </SelectionContext>
  );
}
